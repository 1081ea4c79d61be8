using System.Security.Cryptography;

namespace Authorizers.Core.Verification.Keys;

/// <summary>A JWK "crv", one row each (RFC 7518 section 6.2.1.1).</summary>
internal sealed class EllipticCurve
{
    private EllipticCurve(string name, int coordinateLength, ECCurve parameters) =>
        (Name, CoordinateLength, Parameters) = (name, coordinateLength, parameters);

    public static EllipticCurve P256 { get; } = new("P-256", 32, ECCurve.NamedCurves.nistP256);

    public static EllipticCurve P384 { get; } = new("P-384", 48, ECCurve.NamedCurves.nistP384);

    public static EllipticCurve P521 { get; } = new("P-521", 66, ECCurve.NamedCurves.nistP521);

    public string Name { get; }

    /// <summary>In bytes; "x" and "y" are never shorter, and a signature is two of them.</summary>
    public int CoordinateLength { get; }

    public ECCurve Parameters { get; }

    public static EllipticCurve? Find(string? name) => name switch
    {
        "P-256" => P256,
        "P-384" => P384,
        "P-521" => P521,
        _ => null,
    };
}
