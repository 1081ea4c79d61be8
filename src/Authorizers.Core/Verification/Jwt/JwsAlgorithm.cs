using System.Security.Cryptography;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// All this project knows of a JWS "alg", one row each (RFC 7518 section 3.1). "none" and the HMACs have no row: what is not
/// in the
/// table does not exist.
/// </summary>
internal sealed class JwsAlgorithm
{
    private JwsAlgorithm(string name, HashAlgorithmName hash, RSASignaturePadding padding) =>
        (Name, Hash, Padding) = (name, hash, padding);

    private JwsAlgorithm(string name, HashAlgorithmName hash, EllipticCurve curve) =>
        (Name, Hash, Curve) = (name, hash, curve);

    public static IReadOnlyList<JwsAlgorithm> All { get; } =
    [
        new("RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        new("RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        new("RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        new("PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        new("PS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
        new("PS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
        new("ES256", HashAlgorithmName.SHA256, EllipticCurve.P256),
        new("ES384", HashAlgorithmName.SHA384, EllipticCurve.P384),
        new("ES512", HashAlgorithmName.SHA512, EllipticCurve.P521),
    ];

    public string Name { get; }

    public HashAlgorithmName Hash { get; }

    /// <summary>Set for the RSA rows, null for the others.</summary>
    public RSASignaturePadding? Padding { get; }

    /// <summary>
    /// Set for the elliptic curve rows, null for the others. A P-256 key would verify a SHA-384 signature, so the curve is
    /// bound to the hash here.
    /// </summary>
    public EllipticCurve? Curve { get; }

    /// <summary>Null when the table has no such row; names compare ordinally.</summary>
    public static JwsAlgorithm? Find(string? name)
    {
        foreach (JwsAlgorithm row in All)
        {
            if (row.Name == name)
            {
                return row;
            }
        }

        return null;
    }
}
