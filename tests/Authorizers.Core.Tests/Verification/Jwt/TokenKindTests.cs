using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class TokenKindTests
{
    [Theory]
    [InlineData("""{}""", null)]
    [InlineData("""{"token_use":"access"}""", null)]
    [InlineData("""{"token_use":"id"}""", "use_mismatch")]
    [InlineData("""{"token_use":"refresh"}""", "use_mismatch")]
    [InlineData("""{"token_use":["access"]}""", "use_mismatch")]
    [InlineData("""{"token_use":null}""", "use_mismatch")]
    [InlineData("""{"at_hash":"x"}""", "use_mismatch")]
    [InlineData("""{"c_hash":"x"}""", "use_mismatch")]
    [InlineData("""{"nonce":"x"}""", "use_mismatch")]
    [InlineData("""{"events":{"http://schemas.openid.net/event/backchannel-logout":{}}}""", "use_mismatch")]
    [InlineData("""{"typ":"Bearer","nonce":"x"}""", null)]
    [InlineData("""{"typ":"ID"}""", "use_mismatch")]
    [InlineData("""{"typ":"Refresh"}""", "use_mismatch")]
    [InlineData("""{"typ":"Offline"}""", "use_mismatch")]
    [InlineData("""{"typ":"Logout"}""", "use_mismatch")]
    [InlineData("""{"token_use":"access","nonce":"x"}""", null)]
    public void Unless_told_otherwise_what_is_or_looks_like_another_token_is_no_access_token(string claims, string? code) =>
        Assert.Equal(code, Failure(claims, "JWT", TokenUse.Unstated));

    [Theory]
    [InlineData("""{"nonce":"x"}""")]
    [InlineData("""{"at_hash":"x"}""")]
    public void A_token_whose_type_says_access_token_is_believed(string claims) =>
        Assert.Null(Failure(claims, "at+jwt", TokenUse.Unstated));

    [Theory]
    [InlineData("""{"token_use":"access"}""", null)]
    [InlineData("""{"token_use":"id"}""", "use_mismatch")]
    [InlineData("""{"token_use":"Access"}""", "use_mismatch")]
    [InlineData("""{}""", "use_mismatch")]
    public void Where_access_is_asked_for_the_token_must_say_so(string claims, string? code) =>
        Assert.Equal(code, Failure(claims, "at+jwt", TokenUse.Access));

    [Theory]
    [InlineData("""{"token_use":"id","nonce":"x"}""", "JWT", null)]
    [InlineData("""{"at_hash":"x"}""", null, null)]
    [InlineData("""{}""", "JWT", null)]
    [InlineData("""{"typ":"ID"}""", "JWT", null)]
    [InlineData("""{"token_use":"access"}""", "JWT", "use_mismatch")]
    [InlineData("""{}""", "at+jwt", "use_mismatch")]
    [InlineData("""{"typ":"Bearer"}""", "JWT", "use_mismatch")]
    [InlineData("""{"typ":"Refresh"}""", "JWT", "use_mismatch")]
    [InlineData("""{"events":{}}""", "JWT", "use_mismatch")]
    public void Where_id_tokens_are_asked_for_access_tokens_and_others_are_refused(string claims, string? type, string? code) =>
        Assert.Equal(code, Failure(claims, type, TokenUse.Id));

    private static string? Failure(string more, string? type, TokenUse use)
    {
        JsonObject claims = Some.Claims();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(more)!.AsObject())
        {
            claims[name] = value?.DeepClone();
        }

        var issuer = new IssuerConfiguration { Issuer = The.Issuer, Audiences = [The.Audience], TokenUse = use };
        return Some.FirstFailure(claims, type, issuer)?.Code;
    }
}
