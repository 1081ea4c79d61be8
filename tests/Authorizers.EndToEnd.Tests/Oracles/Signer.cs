using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>A private key that signs as told, whether or not it fits the algorithm.</summary>
internal sealed class Signer
{
    private readonly AsymmetricAlgorithm _key;

    private Signer(string id, AsymmetricAlgorithm key) => (Id, _key) = (id, key);

    public string Id { get; }

    public bool IsRsa => _key is RSA;

    public static Signer Rsa(string id, int bits) => new(id, RSA.Create(bits));

    public static Signer EllipticCurve(string id, ECCurve curve) => new(id, ECDsa.Create(curve));

    public byte[] Sign(string algorithm, ReadOnlySpan<byte> input) => _key is RSA rsa
        ? rsa.SignData(input, HashOf(algorithm), algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1)
        : ((ECDsa)_key).SignData(input, HashOf(algorithm), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>As ASN.1 writes the two numbers.</summary>
    public byte[] SignAsDer(string algorithm, ReadOnlySpan<byte> input) =>
        ((ECDsa)_key).SignData(input, HashOf(algorithm), DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>What an attacker might take for a shared secret.</summary>
    public byte[] PublicKeyInfo() => _key.ExportSubjectPublicKeyInfo();

    public JsonObject Jwk() => PublicKey.Jwk(Id, _key);

    private static HashAlgorithmName HashOf(string algorithm) => new($"SHA{algorithm[2..]}");
}
