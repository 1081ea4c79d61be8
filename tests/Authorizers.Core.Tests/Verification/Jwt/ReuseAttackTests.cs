using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>What a good token opened stays closed for every other.</summary>
public sealed class ReuseAttackTests
{
    private readonly AttackedVerifier _verifier = new();

    [Fact]
    public async Task Two_tokens_of_one_subject_and_one_id_are_two_tokens()
    {
        string reader = Some.Token(claims => (claims["jti"], claims["scope"]) = ("1", "orders:read"));
        string writer = Some.Token(claims => (claims["jti"], claims["scope"]) = ("1", "orders:write"));

        foreach (string token in new[] { reader, writer, reader, writer })
        {
            VerificationResult result = await _verifier.VerifyAsync(Some.Bearer(token));
            Assert.Equal([token == reader ? "orders:read" : "orders:write"], result.Principal!.Scopes);
        }
    }

    [Fact]
    public async Task The_parts_of_two_good_tokens_make_no_third()
    {
        string[] alice = Some.Token().Split('.');
        string[] bob = Some.Token(claims => claims["sub"] = "bob", header => header["typ"] = "JWT").Split('.');
        Assert.Equal("+alice", await _verifier.AnswerAsync(string.Join('.', alice)));
        Assert.Equal("+bob", await _verifier.AnswerAsync(string.Join('.', bob)));

        foreach (int mixture in Enumerable.Range(1, 6))
        {
            IEnumerable<string> parts = alice.Select((part, at) => (mixture >> at & 1) == 0 ? part : bob[at]);
            Assert.Equal("signature_invalid", await _verifier.AnswerAsync(string.Join('.', parts)));
        }
    }

    [Fact]
    public async Task A_token_bound_to_a_key_is_no_bearer_token() => Assert.Equal(
        "binding_missing",
        await _verifier.AnswerAsync(Some.Token(claims => claims["cnf"] = Some.Encoded("thumbprint"))));

    [Theory]
    [InlineData("nonce", "\"n\"", "JWT", "use_mismatch")]
    [InlineData("at_hash", "\"h\"", "JWT", "use_mismatch")]
    [InlineData("token_use", "\"id\"", "JWT", "use_mismatch")]
    [InlineData("typ", "\"Refresh\"", "JWT", "use_mismatch")]
    [InlineData("events", "{}", "JWT", "use_mismatch")]
    [InlineData("events", "{}", "logout+jwt", "type_mismatch")]
    [InlineData("htm", "\"GET\"", "dpop+jwt", "type_mismatch")]
    [InlineData("x", "1", "JWT", "+alice")]
    public async Task Another_token_of_the_issuer_is_no_access_token(string claim, string value, string type, string answer)
    {
        string claims = $"{Some.Claims().ToJsonString()[..^1]},\"{claim}\":{value}}}";
        string header = $$"""{"alg":"ES256","kid":"{{The.P256.Id}}","typ":"{{type}}"}""";

        Assert.Equal(answer, await _verifier.AnswerAsync(Some.Token(header, claims, The.P256, "ES256")));
    }
}
