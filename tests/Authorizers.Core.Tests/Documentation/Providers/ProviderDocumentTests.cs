using Authorizers.Core.Decisions;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Documentation.Providers;

public sealed class ProviderDocumentTests
{
    private const string Allowed = "allowed";

    /// <summary>For each section, the tokens that its table speaks of.</summary>
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Tokens = new(StringComparer.Ordinal)
    {
        ["Cognito, access tokens"] = CognitoTokens.WhereAccessTokensAreTaken,
        ["Cognito, ID tokens"] = CognitoTokens.WhereIdTokensAreTaken,
        ["Google"] = GoogleTokens.All,
        ["Entra ID, v2 tokens"] = EntraTokens.Version2,
        ["Entra ID, v1 tokens"] = EntraTokens.Version1,
        ["Auth0"] = Auth0Tokens.All,
        ["Okta"] = OktaTokens.All,
        ["Keycloak"] = KeycloakTokens.All,
        ["Open Banking"] = OpenBankingTokens.All,
    };

    public static TheoryData<string, string> Rows =>
        [.. Tokens.SelectMany(provider => provider.Value.Keys.Select(token => (provider.Key, token)))];

    [Fact]
    public void Every_provider_has_tokens_for_its_rows()
    {
        Assert.Equal(ProviderRecipe.Headings, Tokens.Keys);
        Assert.All(Tokens, provider => Assert.Equal(
            provider.Value.Keys, new ProviderRecipe(provider.Key).Rows.Select(row => row[0])));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_token_of_the_provider_gets_the_answer_that_stands_beside_it(string provider, string token)
    {
        var recipe = new ProviderRecipe(provider);
        string answer = recipe.Rows.Single(row => row[0] == token)[1];

        VerificationResult result = await recipe.VerifyAsync(Tokens[provider][token]);

        Assert.Equal(answer, result.Succeeded ? Allowed : $"401 `{result.Rejection.Code}`");
    }

    [Theory]
    [InlineData("Cognito, access tokens", "access token", "a2c3d4e5-1111-4222-8333-444455556666", "openid orders/read", "admins")]
    [InlineData("Cognito, ID tokens", "ID token", "a2c3d4e5-1111-4222-8333-444455556666", "", "admins")]
    [InlineData("Google", "ID token", "110169484474386276334", "", "")]
    [InlineData(
        "Entra ID, v2 tokens", "access token of a user", "77aa11bb-2222-4333-8444-5566778899aa", "orders.read profile", "admins")]
    [InlineData("Entra ID, v2 tokens", "access token of an application", "dd44ee55-6666-4777-8888-99aabbccddee", "", "admins")]
    [InlineData(
        "Entra ID, v1 tokens", "access token of a user", "77aa11bb-2222-4333-8444-5566778899aa", "orders.read profile", "admins")]
    [InlineData("Auth0", "access token", "auth0|5f7c8ec7c33c6c004bbafe82", "openid profile orders:read", "admins")]
    [InlineData("Auth0", "access token of a machine", "Zk0vQ1mCqX3example@clients", "orders:read", "admins")]
    [InlineData("Okta", "access token of a user", "alice@example.com", "openid orders.read", "Everyone admins")]
    [InlineData("Okta", "access token of a service", "0oa9i8h7g6f5e4d3c2b1", "openid orders.read", "")]
    [InlineData(
        "Keycloak",
        "access token",
        "f0e1d2c3-5555-4666-8777-888899990000",
        "openid profile orders:read",
        "admins offline_access")]
    [InlineData("Open Banking", "access token that is not bound", "consent-7f3a", "openid accounts", "")]
    public async Task A_good_token_becomes_a_principal_with_scopes_and_groups(
        string provider, string token, string principal, string scopes, string groups)
    {
        VerificationResult result = await new ProviderRecipe(provider).VerifyAsync(Tokens[provider][token]);

        Assert.Equal(
            (principal, scopes, groups),
            (result.Principal!.Id, string.Join(' ', result.Principal.Scopes), string.Join(' ', result.Principal.Groups)));
    }

    [Theory]
    [InlineData("Cognito, access tokens", "access token", "GET/orders/42", true)]
    [InlineData("Cognito, access tokens", "access token", "PUT/admin/users", true)]
    [InlineData("Cognito, ID tokens", "ID token", "PUT/admin/users", true)]
    [InlineData("Google", "ID token", "GET/orders/42", true)]
    [InlineData("Entra ID, v2 tokens", "access token of a user", "GET/orders/42", true)]
    [InlineData("Entra ID, v2 tokens", "access token of an application", "PUT/admin/users", true)]
    [InlineData("Entra ID, v2 tokens", "access token of an application", "GET/orders/42", false)]
    [InlineData("Entra ID, v1 tokens", "access token of a user", "GET/orders/42", true)]
    [InlineData("Auth0", "access token", "GET/orders/42", true)]
    [InlineData("Okta", "access token of a user", "PUT/admin/users", true)]
    [InlineData("Okta", "access token of a service", "PUT/admin/users", false)]
    [InlineData("Keycloak", "access token", "PUT/admin/users", true)]
    [InlineData("Open Banking", "access token that is not bound", "GET/accounts/42", true)]
    public async Task A_good_token_may_call_what_the_routes_say(string provider, string token, string call, bool allowed)
    {
        var recipe = new ProviderRecipe(provider);

        Decision decision = recipe.Configuration.Routes.Decide(
            await recipe.VerifyAsync(Tokens[provider][token]), Some.Request(call), new StoppedClock());

        Assert.Equal(allowed, decision is Decision.Allowed { Reason: null });
    }
}
