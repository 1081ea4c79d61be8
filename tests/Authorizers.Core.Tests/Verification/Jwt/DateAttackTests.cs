using System.Globalization;
using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Dates that are none, or that some take for the end of time.</summary>
public sealed class DateAttackTests
{
    private readonly AttackedVerifier _verifier = new();

    [Theory]
    [InlineData("null", "claim_invalid")]
    [InlineData("true", "claim_invalid")]
    [InlineData("\"4102444800\"", "claim_invalid")]
    [InlineData("\"2100-01-01T00:00:00Z\"", "claim_invalid")]
    [InlineData("[4102444800]", "claim_invalid")]
    [InlineData("{}", "claim_invalid")]
    [InlineData("-1", "claim_invalid")]
    [InlineData("1e400", "claim_invalid")]
    [InlineData("-1e400", "claim_invalid")]
    [InlineData("1e20", "claim_invalid")]
    [InlineData("9223372036854775808", "claim_invalid")]
    [InlineData("253402300800", "claim_invalid")]
    [InlineData("NaN", "claims_malformed")]
    [InlineData("0x7fffffff", "claims_malformed")]
    [InlineData("0", "token_expired")]
    [InlineData("1", "token_expired")]
    [InlineData("4102444800", "+alice")]
    [InlineData("4102444800.5", "+alice")]
    [InlineData("4.1e9", "+alice")]
    [InlineData("253402300799", "+alice")]
    public async Task An_expiry_is_a_number_from_1970_to_9999_and_over_when_it_is_over(string expiry, string answer) =>
        Assert.Equal(answer, await AnswerAsync("exp", expiry));

    [Fact]
    public async Task A_token_without_an_end_is_refused() =>
        Assert.Equal("claim_missing", await _verifier.AnswerAsync(Some.Token(claims => claims.Remove("exp"))));

    [Theory]
    [InlineData(-60, "token_expired")]
    [InlineData(-59.5, "+alice")]
    public async Task At_the_moment_of_its_expiry_plus_the_skew_a_token_is_over(double fromNow, string answer) =>
        Assert.Equal(answer, await AnswerAsync("exp", At(fromNow)));

    [Theory]
    [InlineData("nbf", 60, "+alice")]
    [InlineData("nbf", 61, "token_not_yet_valid")]
    [InlineData("nbf", 1e9, "token_not_yet_valid")]
    [InlineData("iat", 60, "+alice")]
    [InlineData("iat", 61, "token_from_future")]
    [InlineData("iat", 1e9, "token_from_future")]
    public async Task A_token_from_the_future_is_refused(string claim, double fromNow, string answer) =>
        Assert.Equal(answer, await AnswerAsync(claim, At(fromNow)));

    [Theory]
    [InlineData("nbf")]
    [InlineData("iat")]
    public async Task The_other_dates_may_be_absent_and_must_not_be_nonsense(string claim)
    {
        Assert.Equal("+alice", await _verifier.AnswerAsync(Some.Token(claims => claims.Remove(claim))));
        foreach (string nonsense in new[] { "null", "\"0\"", "-1", "1e400", "-1e400", "253402300800", "[]" })
        {
            Assert.Equal("claim_invalid", await AnswerAsync(claim, nonsense));
        }
    }

    private static string At(double fromNow) =>
        ((decimal)The.Moment.ToUnixTimeSeconds() + (decimal)fromNow).ToString(CultureInfo.InvariantCulture);

    private Task<string> AnswerAsync(string claim, string value)
    {
        JsonObject claims = Some.Claims();
        claims.Remove(claim);
        string text = $"{claims.ToJsonString()[..^1]},\"{claim}\":{value}}}";
        return _verifier.AnswerAsync(Some.Token(Some.Header(The.P256, "ES256").ToJsonString(), text, The.P256, "ES256"));
    }
}
