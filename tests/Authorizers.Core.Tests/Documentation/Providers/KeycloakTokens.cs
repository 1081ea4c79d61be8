using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Documentation.Providers;

internal static class KeycloakTokens
{
    private const string Header = """{"alg":"RS256","typ":"JWT","kid":"rsa"}""";
    private const string RefreshHeader = """{"alg":"HS512","typ":"JWT","kid":"c7e0b5d2-1234-4abc-8def-001122334455"}""";

    private const string Access = """
        {
          "exp": 1795176300, "iat": 1795176000, "auth_time": 1795175900, "jti": "onrtac:8a7b6c5d-1111-4222-8333-444455556666",
          "iss": "https://sso.example.com/realms/shop", "aud": ["orders-api", "account"],
          "sub": "f0e1d2c3-5555-4666-8777-888899990000", "typ": "Bearer", "azp": "web-shop",
          "sid": "3c2b1a09-aaaa-4bbb-8ccc-ddddeeeeffff", "acr": "1", "allowed-origins": ["https://shop.example.com"],
          "realm_access": { "roles": ["admins", "offline_access"] },
          "resource_access": { "account": { "roles": ["view-profile"] } },
          "scope": "openid profile orders:read", "email_verified": true, "preferred_username": "alice"
        }
        """;

    private const string Id = """
        {
          "exp": 1795176300, "iat": 1795176000, "auth_time": 1795175900, "jti": "5d4c3b2a-1111-4222-8333-444455556666",
          "iss": "https://sso.example.com/realms/shop", "aud": "web-shop", "sub": "f0e1d2c3-5555-4666-8777-888899990000",
          "typ": "ID", "azp": "web-shop", "nonce": "a-nonce", "sid": "3c2b1a09-aaaa-4bbb-8ccc-ddddeeeeffff",
          "at_hash": "b9LjCTm0Fqmlpa8sQkB2Mw", "acr": "1", "email_verified": true, "preferred_username": "alice"
        }
        """;

    private const string Refresh = """
        {
          "exp": 1795177800, "iat": 1795176000, "iss": "https://sso.example.com/realms/shop",
          "aud": "https://sso.example.com/realms/shop", "sub": "f0e1d2c3-5555-4666-8777-888899990000", "typ": "Refresh",
          "azp": "web-shop"
        }
        """;

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["access token"] = Of(Access),
        ["ID token"] = Of(Id),
        ["ID token of a client that has the name of the API"] = Of(
            Id, claims => (claims["aud"], claims["azp"]) = ("orders-api", "orders-api")),
        ["refresh token"] =
            $"{Some.Encoded(RefreshHeader)}.{Some.Encoded(Refresh)}.{Some.Encoded("authenticated by the realm's secret")}",
        ["access token without the audience mapper"] = Of(Access, claims => claims["aud"] = "account"),
        ["access token of another realm"] = Of(Access, claims => claims["iss"] = "https://sso.example.com/realms/staff"),
        ["access token bound by DPoP"] = Of(
            Access,
            claims =>
            {
                claims["typ"] = "DPoP";
                claims["cnf"] = new JsonObject { ["jkt"] = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I" };
            }),
        ["lightweight access token"] = Of(Access, claims => claims.Remove("sub")),
    };

    private static string Of(string claims, Action<JsonObject>? spoil = null) => ProviderToken.Of(claims, spoil, Header);
}
