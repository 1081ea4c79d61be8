using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests;

/// <summary>Valid things to spoil.</summary>
internal static class Some
{
    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();

    public static string Encoded(string text) => Base64Url.EncodeToString(Utf8(text));

    /// <summary>A method of the stage, for example <c>GET/orders</c>.</summary>
    public static MethodArn Call(string route) => Arn($"{The.StageArn}/{route}");

    /// <summary>A call of such a method with these values, none of them by default.</summary>
    public static AuthorizerRequest Request(string route, params IEnumerable<(string Key, string Value)> values) =>
        new() { Method = Call(route), Values = Values(values) };

    public static RequestValues Values(params IEnumerable<(string Key, string Value)> values) =>
        new([.. values.Select(pair => KeyValuePair.Create(Key(pair.Key), pair.Value))]);

    public static RequestKey Key(string text)
    {
        Assert.True(RequestKey.TryParse(text, out RequestKey? key), text);
        return key;
    }

    public static MethodArn Arn(string text)
    {
        Assert.True(MethodArn.TryParse(text, out MethodArn? arn), text);
        return arn;
    }

    public static RoutePattern Route(string text)
    {
        Assert.True(RoutePattern.TryParse(text, out RoutePattern? route, out string? problem), $"{text} {problem}");
        return route;
    }

    /// <summary>A rule of a route and the scopes it asks for.</summary>
    public static RouteRule Rule(string route, params string[] scopes) => new(Route(route), Anyone: false, scopes, Groups: []);

    public static RouteRule AnyoneRule(string route) => new(Route(route), Anyone: true, Scopes: [], Groups: []);

    public static Principal Principal(params string[] scopes) => new() { Id = The.Subject, Scopes = scopes };

    /// <summary>What an accepted access token says, an hour before it expires.</summary>
    public static JsonObject Claims() => new()
    {
        ["iss"] = The.Issuer,
        ["sub"] = The.Subject,
        ["aud"] = The.Audience,
        ["client_id"] = The.Client,
        ["scope"] = "orders:read",
        ["iat"] = The.Moment.ToUnixTimeSeconds(),
        ["exp"] = The.Moment.AddHours(1).ToUnixTimeSeconds(),
    };

    public static JsonObject Header(SigningKey key, string algorithm) => new()
    {
        ["alg"] = algorithm,
        ["typ"] = "at+jwt",
        ["kid"] = key.Id,
    };

    /// <summary>A token signed over exactly these two texts.</summary>
    public static string Token(string header, string claims, SigningKey key, string algorithm)
    {
        string signingInput = $"{Encoded(header)}.{Encoded(claims)}";
        byte[] signature = key.Sign(The.Algorithm(algorithm), Utf8(signingInput));
        return $"{signingInput}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>An ES256 token of the issuer, its claims and header spoilt as told.</summary>
    public static string Token(Action<JsonObject>? spoil = null, Action<JsonObject>? spoilHeader = null, SigningKey? key = null)
    {
        key ??= The.P256;
        JsonObject header = Header(key, "ES256");
        JsonObject claims = Claims();
        spoilHeader?.Invoke(header);
        spoil?.Invoke(claims);
        return Token(header.ToJsonString(), claims.ToJsonString(), key, "ES256");
    }

    public static BearerToken Bearer(string token)
    {
        Assert.True(BearerToken.TryRead(Utf8($"Bearer {token}"), out BearerToken bearer, out _));
        return bearer;
    }

    public static string KeySetText(params JsonObject[] keys) =>
        new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.DeepClone())]) }.ToJsonString();

    public static KeySet KeySet(params SigningKey[] keys)
    {
        Assert.True(JsonWebKeySetText.TryRead(KeySetText([.. keys.Select(key => key.Jwk())]), out KeySet? set));
        Assert.Empty(set.Skipped);
        return set;
    }

    public static VerificationKey Key(JsonObject jwk)
    {
        Assert.True(JsonWebKeySetText.TryRead(KeySetText(jwk), out KeySet? set));
        return Assert.Single(set.Keys);
    }

    public static JoseHeader ReadHeader(string json)
    {
        Assert.True(JoseHeader.TryRead(Utf8(json), out JoseHeader? header, out _));
        return header;
    }

    /// <summary>An issuer whose access tokens for this API are accepted, whichever of our algorithms signed them.</summary>
    public static IssuerConfiguration Issuer(string issuer = The.Issuer, IReadOnlyList<string>? clientIds = null) => new()
    {
        Issuer = issuer,
        Audiences = [The.Audience],
        ClientIds = clientIds ?? [],
        DiscoveryAddress = IssuerAddress.DefaultDiscovery(issuer),
        FallbackDiscoveryAddress = IssuerAddress.FallbackDiscovery(issuer),
        Algorithms = JwsAlgorithm.All,
        ScopeClaims = [new ClaimName("scope"), new ClaimName("scp")],
        GroupClaims = [new ClaimName("groups")],
    };

    /// <summary>The first check that these claims fail, at the moment at which all tests take place.</summary>
    public static Rejection? FirstFailure(JsonObject claims, string? type, IssuerConfiguration issuer, TimeSpan? skew = null) =>
        ClaimChecks.FirstFailure(new ClaimsUnderCheck
        {
            Claims = new VerifiedClaims(Json(claims.ToJsonString())),
            Type = type,
            Issuer = issuer,
            ClockSkew = skew ?? The.ClockSkew,
            Now = The.Moment,
        });

    /// <summary>A verifier that trusts one issuer, and has nothing to warn of.</summary>
    public static JwtVerifier Verifier(
        IssuerConfiguration issuer, IKeySource keys, TimeProvider clock, int? verifiedTokens = null, RouteTable? routes = null) =>
        new(Configuration(issuer, verifiedTokens, routes: routes), [new TrustedIssuer(issuer, keys)], clock, Assert.Fail);

    /// <summary>Trusts one issuer, and grants nothing. The backend is told one claim, under its own name, in 256 bytes.</summary>
    public static AuthorizerConfiguration Configuration(
        IssuerConfiguration issuer, int? verifiedTokens = null, string? told = null, RouteTable? routes = null)
    {
        return new AuthorizerConfiguration
        {
            Issuers = [issuer],
            ClockSkew = The.ClockSkew,
            VerifiedTokens = verifiedTokens ?? AuthorizerConfiguration.DefaultVerifiedTokens,
            Routes = routes ?? new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
            Context = told is null ? [] : [new(told, new ClaimName(told))],
            MaxContextBytes = 256,
        };
    }

    /// <summary>As much time as a caller usually has.</summary>
    public static Deadline Deadline(TimeProvider clock) => new(clock, clock.GetUtcNow() + TimeSpan.FromSeconds(10));
}
