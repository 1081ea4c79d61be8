namespace Authorizers.Core.Tests.Documentation.Providers;

internal static class GoogleTokens
{
    private const string Id = """
        {
          "iss": "https://accounts.google.com", "azp": "407408718192.apps.googleusercontent.com",
          "aud": "407408718192.apps.googleusercontent.com", "sub": "110169484474386276334", "hd": "example.com",
          "email": "alice@example.com", "email_verified": true, "at_hash": "HK6E_P6Dh8Y93mRNtsDB1Q", "nonce": "n-0S6_WzA2Mj",
          "iat": 1795176000, "exp": 1795179600
        }
        """;

    private const string OtherClient = "512512512512.apps.googleusercontent.com";

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["ID token"] = ProviderToken.Of(Id),
        ["ID token with the issuer without https"] = ProviderToken.Of(Id, claims => claims["iss"] = "accounts.google.com"),
        ["ID token for another OAuth client"] = ProviderToken.Of(
            Id, claims => (claims["aud"], claims["azp"]) = (OtherClient, OtherClient)),
        ["ID token of another Workspace domain"] = ProviderToken.Of(Id, claims => claims["hd"] = "example.org"),
        ["ID token of a private account"] = ProviderToken.Of(Id, claims => claims.Remove("hd")),
        ["access token"] = "ya29.a0AfH6SMBx3kQ-opaque_to_everybody_else",
    };
}
