using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>Whom all verifiers trust, and what they are told of it: one set of rules for the three of them.</summary>
internal sealed class GeneratedIssuer
{
    public const string Issuer = "https://issuer.example/";
    public const string Audience = "orders-api";

    /// <summary>When all tokens are judged.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static TimeSpan ClockSkew { get; } = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<string> Algorithms { get; } =
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>For any of the six RSA algorithms; signing with the smallest takes least.</summary>
    public IReadOnlyList<Signer> RsaKeys { get; } =
        [Signer.Rsa("rsa-2048", 2048), Signer.Rsa("rsa-3072", 3072), Signer.Rsa("rsa-4096", 4096)];

    public Signer P256 { get; } = Signer.EllipticCurve("p-256", ECCurve.NamedCurves.nistP256);

    public Signer P384 { get; } = Signer.EllipticCurve("p-384", ECCurve.NamedCurves.nistP384);

    public Signer P521 { get; } = Signer.EllipticCurve("p-521", ECCurve.NamedCurves.nistP521);

    /// <summary>Its JWK says "alg": "PS256".</summary>
    public Signer Ps256Only { get; } = Signer.Rsa("ps256-only", 2048);

    /// <summary>Good keys that the issuer never published.</summary>
    public Signer StrangeRsa { get; } = Signer.Rsa("strange-rsa", 2048);

    public Signer StrangeP256 { get; } = Signer.EllipticCurve("strange-p-256", ECCurve.NamedCurves.nistP256);

    /// <summary>Its JWK says "use": "enc".</summary>
    public Signer Encryption { get; } = Signer.Rsa("encryption", 2048);

    /// <summary>The published key set.</summary>
    public string KeySetText()
    {
        JsonObject bound = Ps256Only.Jwk();
        bound["alg"] = "PS256";
        JsonObject encryption = Encryption.Jwk();
        encryption["use"] = "enc";
        JsonObject[] keys = [.. RsaKeys.Append(P256).Append(P384).Append(P521).Select(key => key.Jwk()), bound, encryption];
        return new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();
    }

    public Signer KeyFor(string algorithm, Random chance) => algorithm switch
    {
        "ES256" => P256,
        "ES384" => P384,
        "ES512" => P521,
        _ => RsaKeys[chance.Next(20) switch { < 18 => 0, 18 => 1, _ => 2 }],
    };

    /// <summary>A key that could not have signed so, were it not told to.</summary>
    public Signer KeyOfAnotherKind(Signer key) => key.IsRsa ? P256 : RsaKeys[0];

    public Signer OtherKeyOfTheKind(Signer key) =>
        key.IsRsa ? RsaKeys[key == RsaKeys[0] ? 1 : 0]
        : key == P256 ? P384
        : P256;

    public Signer StrangerLike(Signer key) => key.IsRsa ? StrangeRsa : StrangeP256;
}
