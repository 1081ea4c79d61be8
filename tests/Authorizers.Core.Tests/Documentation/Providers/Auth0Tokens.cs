namespace Authorizers.Core.Tests.Documentation.Providers;

internal static class Auth0Tokens
{
    private const string Header = """{"alg":"RS256","typ":"JWT","kid":"rsa"}""";

    private const string Access = """
        {
          "https://orders.example/roles": ["admins"], "iss": "https://example.eu.auth0.com/",
          "sub": "auth0|5f7c8ec7c33c6c004bbafe82",
          "aud": ["https://orders.example", "https://example.eu.auth0.com/userinfo"], "iat": 1795176000, "exp": 1795262400,
          "azp": "Zk0vQ1mCqX3example", "scope": "openid profile orders:read", "permissions": ["orders:read", "orders:write"]
        }
        """;

    private const string Id = """
        {
          "nickname": "alice", "name": "Alice", "email": "alice@example.com", "email_verified": true,
          "iss": "https://example.eu.auth0.com/", "sub": "auth0|5f7c8ec7c33c6c004bbafe82", "aud": "Zk0vQ1mCqX3example",
          "iat": 1795176000, "exp": 1795212000, "nonce": "bm9uY2U", "sid": "Wq3rT6example"
        }
        """;

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["access token"] = ProviderToken.Of(Access, header: Header),
        ["access token of the RFC 9068 profile"] = ProviderToken.Of(
            Access,
            claims =>
            {
                (claims["client_id"], claims["jti"]) = ("Zk0vQ1mCqX3example", "73WakrfVbNJBaAmhQtEeDv");
                claims.Remove("azp");
            },
            Header.Replace("\"JWT\"", "\"at+jwt\"")),
        ["access token of a machine"] = ProviderToken.Of(
            Access,
            claims =>
            {
                (claims["sub"], claims["aud"]) = ("Zk0vQ1mCqX3example@clients", "https://orders.example");
                (claims["scope"], claims["gty"]) = ("orders:read", "client-credentials");
            },
            Header),
        ["ID token"] = ProviderToken.Of(Id, header: Header),
        ["access token for another API"] = ProviderToken.Of(Access, claims => claims["aud"] = "https://bills.example", Header),
        ["access token for which no audience was named"] =
            $"{Some.Encoded("""{"alg":"dir","enc":"A256GCM","iss":"https://example.eu.auth0.com/"}""")}..iv.ciphertext.tag",
        ["access token whose issuer lacks the slash"] = ProviderToken.Of(
            Access, claims => claims["iss"] = "https://example.eu.auth0.com", Header),
    };
}
