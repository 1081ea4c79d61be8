using Authorizers.Core.Events;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests;

/// <summary>The fixed cast: what never varies from test to test.</summary>
internal static class The
{
    public const string Issuer = "https://issuer.example/";
    public const string OtherIssuer = "https://other.example/";
    public const string Audience = "orders-api";
    public const string Subject = "alice";
    public const string Client = "shop";
    public const string StageArn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod";

    private static readonly Lazy<SigningKey> LazyRsa = new(() => SigningKey.Rsa("rsa", 2048));
    private static readonly Lazy<SigningKey> LazyOtherRsa = new(() => SigningKey.Rsa("other-rsa", 2048));

    /// <summary>When every test takes place.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static TimeSpan ClockSkew { get; } = TimeSpan.FromMinutes(1);

    /// <summary>The issuer's RSA key, and what RSA tests sign with.</summary>
    public static SigningKey Rsa => LazyRsa.Value;

    /// <summary>A good RSA key that the issuer never published.</summary>
    public static SigningKey OtherRsa => LazyOtherRsa.Value;

    public static SigningKey P256 { get; } = SigningKey.EllipticCurve("p-256", "P-256");

    public static SigningKey OtherP256 { get; } = SigningKey.EllipticCurve("other-p-256", "P-256");

    public static SigningKey P384 { get; } = SigningKey.EllipticCurve("p-384", "P-384");

    public static SigningKey P521 { get; } = SigningKey.EllipticCurve("p-521", "P-521");

    public static JwsAlgorithm Rs256 { get; } = Algorithm("RS256");

    public static JwsAlgorithm Es256 { get; } = Algorithm("ES256");

    /// <summary>GET /orders/42 of the stage.</summary>
    public static MethodArn Call { get; } = Some.Call("GET/orders/42");

    public static JwsAlgorithm Algorithm(string name) => JwsAlgorithm.Find(name)!;

    /// <summary>The key that signs with an algorithm.</summary>
    public static SigningKey KeyFor(string algorithm) => algorithm switch
    {
        "ES256" => P256,
        "ES384" => P384,
        "ES512" => P521,
        _ => Rsa,
    };
}
