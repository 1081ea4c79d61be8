using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests;

/// <summary>A private key, which signs with the platform's own code, and its public half as an issuer publishes it.</summary>
internal sealed class SigningKey
{
    private readonly AsymmetricAlgorithm _key;
    private readonly string _id;

    private SigningKey(string id, AsymmetricAlgorithm key) => (_id, _key) = (id, key);

    public static SigningKey Rsa(string id, int bits) => new(id, RSA.Create(bits));

    public static SigningKey EllipticCurve(string id, string curve) => new(id, ECDsa.Create(curve switch
    {
        "P-256" => ECCurve.NamedCurves.nistP256,
        "P-384" => ECCurve.NamedCurves.nistP384,
        _ => ECCurve.NamedCurves.nistP521,
    }));

    public string Id => _id;

    /// <summary>The public half as the project holds it.</summary>
    public VerificationKey PublicKey => Some.Key(Jwk());

    public byte[] Sign(JwsAlgorithm algorithm, byte[] signingInput) => _key switch
    {
        RSA rsa => rsa.SignData(signingInput, algorithm.Hash, algorithm.Padding!),
        ECDsa ecdsa => ecdsa.SignData(signingInput, algorithm.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The same two numbers, written as ASN.1 writes them.</summary>
    public byte[] SignAsDer(JwsAlgorithm algorithm, byte[] signingInput) =>
        ((ECDsa)_key).SignData(signingInput, algorithm.Hash, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>The public key as certificates and PEM files have it.</summary>
    public byte[] PublicKeyInfo() => _key.ExportSubjectPublicKeyInfo();

    /// <summary>The public key with "kid", ready to be spoilt.</summary>
    public JsonObject Jwk()
    {
        if (_key is RSA rsa)
        {
            RSAParameters parameters = rsa.ExportParameters(false);
            return new JsonObject
            {
                ["kty"] = "RSA",
                ["kid"] = _id,
                ["n"] = Text(parameters.Modulus),
                ["e"] = Text(parameters.Exponent),
            };
        }

        ECParameters point = ((ECDsa)_key).ExportParameters(false);
        string curve = _key.KeySize switch { 256 => "P-256", 384 => "P-384", _ => "P-521" };
        return new JsonObject
        {
            ["kty"] = "EC",
            ["kid"] = _id,
            ["crv"] = curve,
            ["x"] = Text(point.Q.X),
            ["y"] = Text(point.Q.Y),
        };
    }

    private static string Text(byte[]? bytes) => Base64Url.EncodeToString(bytes);
}
