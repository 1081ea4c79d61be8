using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Documentation.Providers;

internal static class OpenBankingTokens
{
    private const string Header = """{"alg":"PS256","typ":"at+jwt","kid":"rsa"}""";

    private const string Access = """
        {
          "iss": "https://auth.bank.example", "sub": "consent-7f3a", "aud": "https://api.bank.example", "client_id": "tpp-4711",
          "scope": "openid accounts", "acr": "urn:openbanking:psd2:sca", "iat": 1795176000, "nbf": 1795176000, "exp": 1795176300,
          "jti": "b6f2c1d0-9999-4aaa-8bbb-ccccddddeeee"
        }
        """;

    private const string Id = """
        {
          "iss": "https://auth.bank.example", "sub": "consent-7f3a", "aud": "tpp-4711", "openbanking_intent_id": "consent-7f3a",
          "acr": "urn:openbanking:psd2:sca", "nonce": "a-nonce", "s_hash": "9s6CBbOxiKE2d9d-Qr0QIQ", "iat": 1795176000,
          "exp": 1795176300
        }
        """;

    private static string Thumbprint =>
        Base64Url.EncodeToString(SHA256.HashData(ProviderRecipe.Client.Certificate.RawData));

    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["access token that is not bound"] = ProviderToken.Of(Access, header: Header),
        ["access token bound to the client's certificate"] = Bound("x5t#S256", Thumbprint),
        ["access token bound to another certificate"] = Bound("x5t#S256", "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg0"),
        ["access token bound to a key, for DPoP"] = Bound("jkt", "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"),
        ["access token signed with RS256"] = ProviderToken.Of(Access, header: Header.Replace("PS256", "RS256")),
        ["access token signed with ES256"] = ProviderToken.Of(
            Access, header: """{"alg":"ES256","typ":"at+jwt","kid":"p-256"}"""),
        ["access token without a type"] = ProviderToken.Of(Access, header: """{"alg":"PS256","kid":"rsa"}"""),
        ["ID token"] = ProviderToken.Of(Id, header: """{"alg":"PS256","kid":"rsa"}"""),
    };

    private static string Bound(string kind, string value) =>
        ProviderToken.Of(Access, claims => claims["cnf"] = new JsonObject { [kind] = value }, Header);
}
