using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Documentation.Providers;

internal static class EntraTokens
{
    private const string Tenant = "0f3b1a52-9c1d-4e61-8d0a-6b7c5e4f3a21";
    private const string OtherTenant = "9d8c7b6a-1111-4222-8333-0a1b2c3d4e5f";
    private const string Api = "5e8d2c70-41fb-4a3e-9b6f-2d1c0a9e8f74";
    private const string Client = "c3a1b7e9-6d52-4f80-8e4b-7a9d0c2f1e63";
    private const string OtherClient = "b2a1c0d9-7777-4888-9999-aaaabbbbcccc";
    private const string Issuer1 = $"https://sts.windows.net/{Tenant}/";
    private const string Issuer2 = $"https://login.microsoftonline.com/{Tenant}/v2.0";
    private const string Header = """{"typ":"JWT","alg":"RS256","kid":"rsa"}""";
    private const string GraphHeader = """{"typ":"JWT","nonce":"as-sent","alg":"RS256","kid":"rsa"}""";

    private const string Access2 = $$"""
        {
          "aud": "{{Api}}", "iss": "{{Issuer2}}", "iat": 1795176000, "nbf": 1795176000, "exp": 1795180500,
          "aio": "AXQAi/8TAAAAmBe4xTDKx0PsrJA=", "azp": "{{Client}}", "azpacr": "0", "name": "Alice",
          "oid": "77aa11bb-2222-4333-8444-5566778899aa", "preferred_username": "alice@example.com", "rh": "0.ARoA6SZ1Gg.",
          "roles": ["admins"], "scp": "orders.read profile", "sub": "HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ",
          "tid": "{{Tenant}}", "uti": "0ZLPTQuqJkWMvrHQ4sUXAA", "ver": "2.0"
        }
        """;

    private const string Id2 = $$"""
        {
          "aud": "{{Client}}", "iss": "{{Issuer2}}", "iat": 1795176000, "nbf": 1795176000, "exp": 1795179900, "name": "Alice",
          "nonce": "678910", "oid": "77aa11bb-2222-4333-8444-5566778899aa", "preferred_username": "alice@example.com",
          "roles": ["admins"], "sub": "pairwise-subject-of-the-client", "tid": "{{Tenant}}", "uti": "iaQxoVrYyUKnv6xAvvUQAA",
          "ver": "2.0"
        }
        """;

    public static IReadOnlyDictionary<string, string> Version2 { get; } = new Dictionary<string, string>
    {
        ["access token of a user"] = Of(Access2),
        ["access token of an application"] = Of(Access2, BelongToApplication),
        ["ID token"] = Of(Id2),
        ["ID token where client and API share a registration"] = Of(Id2, claims => claims["aud"] = Api),
        ["access token of another client"] = Of(Access2, claims => claims["azp"] = OtherClient),
        ["access token of another tenant"] = Of(Access2, MoveToOtherTenant),
        ["access token whose tid is another tenant"] = Of(Access2, claims => claims["tid"] = OtherTenant),
        ["v1 access token for the same API"] = Of(Access2, BecomeVersion1),
    };

    public static IReadOnlyDictionary<string, string> Version1 { get; } = new Dictionary<string, string>
    {
        ["access token of a user"] = Of1(),
        ["access token of an application"] = Of1(BelongToApplication),
        ["ID token"] = Of(Id2, claims => (claims["iss"], claims["ver"]) = (Issuer1, "1.0")),
        ["access token whose issuer lacks the slash"] = Of1(claims => claims["iss"] = Issuer1[..^1]),
        ["access token of another tenant"] = Of1(MoveToOtherTenant),
        ["access token of another client"] = Of1(claims => claims["appid"] = OtherClient),
        ["access token for Microsoft Graph"] = ForGraph(),
        ["v2 access token for the same API"] = Of(Access2),
    };

    private static string Of(string claims, Action<JsonObject>? spoil = null) => ProviderToken.Of(claims, spoil, Header);

    private static string Of1(Action<JsonObject>? spoil = null) => Of(Access2, BecomeVersion1 + spoil);

    /// <summary>The client carries another "nonce" in the header than the one under the signature.</summary>
    private static string ForGraph()
    {
        Action<JsonObject> version1 = BecomeVersion1;
        string signed = ProviderToken.Of(
            Access2,
            version1 + (claims => claims["aud"] = "https://graph.microsoft.com"),
            GraphHeader.Replace("as-sent", "as-signed"));
        return Some.Encoded(GraphHeader) + signed[signed.IndexOf('.')..];
    }

    private static void BecomeVersion1(JsonObject claims)
    {
        (claims["iss"], claims["aud"], claims["ver"]) = (Issuer1, $"api://{Api}", "1.0");
        (claims["appid"], claims["appidacr"], claims["unique_name"]) = (Client, "0", "alice@example.com");
        _ = claims.Remove("azp") && claims.Remove("azpacr") && claims.Remove("preferred_username");
    }

    private static void BelongToApplication(JsonObject claims)
    {
        (claims["oid"], claims["sub"]) = ("dd44ee55-6666-4777-8888-99aabbccddee", "dd44ee55-6666-4777-8888-99aabbccddee");
        _ = claims.Remove("scp") && claims.Remove("name") && claims.Remove("preferred_username");
    }

    private static void MoveToOtherTenant(JsonObject claims)
    {
        claims["iss"] = claims["iss"]!.GetValue<string>().Replace(Tenant, OtherTenant, StringComparison.Ordinal);
        claims["tid"] = OtherTenant;
    }
}
