namespace Authorizers.Core.Tests.Documentation.Providers;

internal static class OktaTokens
{
    private const string Access = """
        {
          "ver": 1, "jti": "AT.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE", "iss": "https://example.okta.com/oauth2/default",
          "aud": "api://default", "sub": "alice@example.com", "iat": 1795176000, "exp": 1795179600, "cid": "0oa1b2c3d4e5f6g7h8i9",
          "uid": "00ujmkLgagxeRrAg20g3", "auth_time": 1795175900, "scp": ["openid", "orders.read"],
          "groups": ["Everyone", "admins"]
        }
        """;

    private const string Id = """
        {
          "ver": 1, "sub": "00ujmkLgagxeRrAg20g3", "iss": "https://example.okta.com/oauth2/default",
          "aud": "0oa1b2c3d4e5f6g7h8i9",
          "iat": 1795176000, "exp": 1795179600, "jti": "ID.4eAWJOCMB3SX8XewDfVR8VPbTxwJQ", "amr": ["pwd"],
          "idp": "00oi5cpnylv792mcqj",
          "auth_time": 1795175900, "at_hash": "preview_at_hash", "name": "Alice", "preferred_username": "alice@example.com"
        }
        """;

    private const string Service = "0oa9i8h7g6f5e4d3c2b1";
    private const string Org = "https://example.okta.com";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["access token of a user"] = ProviderToken.Of(Access),
        ["access token of a service"] = ProviderToken.Of(
            Access,
            claims =>
            {
                (claims["sub"], claims["cid"]) = (Service, Service);
                _ = claims.Remove("uid") && claims.Remove("auth_time") && claims.Remove("groups");
            }),
        ["ID token"] = ProviderToken.Of(Id),
        ["access token of the org"] = ProviderToken.Of(
            Access, claims => (claims["iss"], claims["aud"]) = (Org, Org)),
        ["access token of another authorization server"] = ProviderToken.Of(
            Access, claims => claims["iss"] = "https://example.okta.com/oauth2/aus9x8y7z6w5v4u3t2s1"),
        ["access token of another client"] = ProviderToken.Of(Access, claims => claims["cid"] = "0oa5e5e5e5e5e5e5e5e5"),
        ["access token whose issuer ends in a slash"] = ProviderToken.Of(Access, claims => claims["iss"] = $"{claims["iss"]}/"),
    };
}
