using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class ClaimChecksTests
{
    [Theory]
    [InlineData(3600, null)]
    [InlineData(0, null)]
    [InlineData(-59, null)]
    [InlineData(-59.999, null)]
    [InlineData(-60, "token_expired")]
    [InlineData(-61, "token_expired")]
    [InlineData(-1e9, "token_expired")]
    public void A_token_is_refused_from_the_moment_it_expires_plus_the_skew(double secondsLeft, string? code) =>
        Assert.Equal(code, Failure(claims => claims["exp"] = FromNow(secondsLeft)));

    [Theory]
    [InlineData(-3600, null)]
    [InlineData(0, null)]
    [InlineData(59.999, null)]
    [InlineData(60, null)]
    [InlineData(60.001, "token_not_yet_valid")]
    [InlineData(61, "token_not_yet_valid")]
    public void A_token_is_refused_until_the_skew_before_it_is_valid(double secondsAhead, string? code) =>
        Assert.Equal(code, Failure(claims => claims["nbf"] = FromNow(secondsAhead)));

    [Theory]
    [InlineData(-3600, null)]
    [InlineData(60, null)]
    [InlineData(60.001, "token_from_future")]
    [InlineData(61, "token_from_future")]
    public void A_token_is_refused_when_issued_in_the_future_beyond_the_skew(double secondsAhead, string? code) =>
        Assert.Equal(code, Failure(claims => claims["iat"] = FromNow(secondsAhead)));

    [Theory]
    [InlineData(0, null)]
    [InlineData(-3600, null)]
    [InlineData(-3659.999, null)]
    [InlineData(-3660, "token_too_old iat")]
    [InlineData(-7200, "token_too_old iat")]
    public void A_token_is_refused_from_the_moment_it_reaches_the_greatest_age_plus_the_skew(double issued, string? failure) =>
        Assert.Equal(failure, FailureAndClaim(claims => claims["iat"] = FromNow(issued), AnHour));

    [Fact]
    public void A_token_that_does_not_say_its_age_is_refused_where_the_age_matters()
    {
        Assert.Equal("claim_missing iat", FailureAndClaim(claims => claims.Remove("iat"), AnHour));
        Assert.Null(FailureAndClaim(claims => claims.Remove("iat")));
    }

    [Fact]
    public void More_audiences_than_anybody_has_are_an_invalid_claim()
    {
        static JsonArray Audiences(int count) => [.. Enumerable.Range(1, count).Select(i => JsonValue.Create(i == count ? The.Audience : "x"))];

        Assert.Null(FailureAndClaim(claims => claims["aud"] = Audiences(500)));
        Assert.Equal("claim_invalid aud", FailureAndClaim(claims => claims["aud"] = Audiences(501)));
    }

    [Fact]
    public void Without_skew_a_token_ends_at_the_very_second()
    {
        Assert.Equal("token_expired", Failure(claims => claims["exp"] = FromNow(0), skew: TimeSpan.Zero));
        Assert.Null(Failure(claims => claims["exp"] = FromNow(0.001), skew: TimeSpan.Zero));
        Assert.Null(Failure(claims => claims["nbf"] = FromNow(0), skew: TimeSpan.Zero));
        Assert.Equal("token_not_yet_valid", Failure(claims => claims["nbf"] = FromNow(0.001), skew: TimeSpan.Zero));
    }

    [Fact]
    public void A_token_that_lasts_until_the_end_of_time_is_accepted() =>
        Assert.Null(Failure(claims => claims["exp"] = 253_402_300_799));

    [Theory]
    [InlineData("exp", "claim_missing exp")]
    [InlineData("nbf", null)]
    [InlineData("iat", null)]
    public void Only_the_expiry_is_required(string claim, string? failure) =>
        Assert.Equal(failure, FailureAndClaim(claims => claims.Remove(claim)));

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1")]
    [InlineData("\"1600000000\"")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void A_date_that_is_no_date_is_an_invalid_claim(string value) => Assert.All(
        ["exp", "nbf", "iat"],
        name => Assert.Equal($"claim_invalid {name}", FailureAndClaim(claims => claims[name] = JsonNode.Parse(value))));

    [Theory]
    [InlineData("\"orders-api\"", null)]
    [InlineData("[\"orders-api\"]", null)]
    [InlineData("[\"other\",\"orders-api\"]", null)]
    [InlineData("\"other\"", "audience_mismatch")]
    [InlineData("\"orders-api \"", "audience_mismatch")]
    [InlineData("\"Orders-Api\"", "audience_mismatch")]
    [InlineData("\"orders-api/\"", "audience_mismatch")]
    [InlineData("\"\"", "audience_mismatch")]
    [InlineData("[\"other\"]", "audience_mismatch")]
    [InlineData("[]", "claim_invalid")]
    [InlineData("null", "claim_invalid")]
    [InlineData("7", "claim_invalid")]
    [InlineData("[\"orders-api\",7]", "claim_invalid")]
    [InlineData("[[\"orders-api\"]]", "claim_invalid")]
    [InlineData("{\"orders-api\":true}", "claim_invalid")]
    public void One_of_the_audiences_must_be_ours(string audience, string? code) =>
        Assert.Equal(code, Failure(claims => claims["aud"] = JsonNode.Parse(audience)));

    [Theory]
    [InlineData("\"orders-api\"", null)]
    [InlineData("\"shop\"", "audience_mismatch")]
    [InlineData("[\"orders-api\"]", "audience_mismatch")]
    [InlineData("null", "audience_mismatch")]
    public void Without_an_audience_the_client_id_must_be_one(string client, string? code) =>
        Assert.Equal(code, Failure(claims =>
        {
            claims.Remove("aud");
            claims["client_id"] = JsonNode.Parse(client);
        }));

    [Fact]
    public void Without_audience_and_client_id_a_token_is_for_somebody_else() => Assert.Equal(
        "audience_mismatch aud",
        FailureAndClaim(claims =>
        {
            claims.Remove("aud");
            claims.Remove("client_id");
        }));

    [Theory]
    [InlineData("\"other\"", null)]
    [InlineData("7", "claim_invalid")]
    [InlineData("[]", "claim_invalid")]
    public void Where_any_audience_will_do_it_must_still_be_one(string audience, string? code) =>
        Assert.Equal(code, Failure(claims => claims["aud"] = JsonNode.Parse(audience), AnyAudience));

    [Fact]
    public void Where_any_audience_will_do_none_will_do() => Assert.Null(Failure(claims => claims.Remove("aud"), AnyAudience));

    [Fact]
    public void A_token_bound_to_a_key_is_refused_since_no_proof_comes_with_it() => Assert.Equal(
        "binding_missing cnf", FailureAndClaim(claims => claims["cnf"] = new JsonObject { ["jkt"] = "x" }));

    [Fact]
    public void An_empty_binding_is_a_binding() => Assert.Equal("binding_missing", Failure(claims => claims["cnf"] = null));

    private static IssuerConfiguration AnyAudience { get; } = new() { Issuer = The.Issuer, Audiences = [], AnyAudience = true };

    private static JsonValue FromNow(double seconds) =>
        JsonValue.Create((decimal)The.Moment.ToUnixTimeSeconds() + (decimal)seconds);

    private static string? Failure(Action<JsonObject> spoil, IssuerConfiguration? issuer = null, TimeSpan? skew = null) =>
        FailureOf(spoil, issuer, skew)?.Code;

    private static IssuerConfiguration AnHour { get; } =
        new() { Issuer = The.Issuer, Audiences = [The.Audience], MaxTokenAge = TimeSpan.FromHours(1) };

    private static string? FailureAndClaim(Action<JsonObject> spoil, IssuerConfiguration? issuer = null) =>
        FailureOf(spoil, issuer, null) is { } rejection ? $"{rejection.Code} {rejection.Claim}" : null;

    private static Rejection? FailureOf(Action<JsonObject> spoil, IssuerConfiguration? issuer, TimeSpan? skew)
    {
        JsonObject claims = Some.Claims();
        spoil(claims);
        return Some.FirstFailure(claims, "at+jwt", issuer ?? Some.Issuer(), skew);
    }
}
