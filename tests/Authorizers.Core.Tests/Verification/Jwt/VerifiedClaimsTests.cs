using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class VerifiedClaimsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("1", 1_000)]
    [InlineData("1.5", 1_500)]
    [InlineData("0.001", 1)]
    [InlineData("1e3", 1_000_000)]
    [InlineData("1.6E+9", 1_600_000_000_000)]
    [InlineData("1600000000.25", 1_600_000_000_250)]
    [InlineData("253402300799", 253_402_300_799_000)]
    public void A_date_is_seconds_since_1970_in_any_notation(string number, long milliseconds)
    {
        Assert.True(TryGetDate($$"""{"exp":{{number}}}""", out DateTimeOffset? date));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), date!.Value, TimeSpan.FromMilliseconds(0.1));
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("-1")]
    [InlineData("-0.5")]
    [InlineData("253402300800")]
    [InlineData("1600000000000000000000000000000")]
    [InlineData("\"1600000000\"")]
    [InlineData("\"2026-11-20T12:00:00Z\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1600000000]")]
    [InlineData("{}")]
    public void Anything_else_is_no_date(string value)
    {
        Assert.False(TryGetDate($$"""{"exp":{{value}}}""", out DateTimeOffset? date));
        Assert.Null(date);
    }

    [Fact]
    public void An_absent_date_is_null_and_not_wrong()
    {
        Assert.True(TryGetDate("{}", out DateTimeOffset? date));
        Assert.Null(date);
    }

    private static bool TryGetDate(string claims, out DateTimeOffset? date) =>
        new VerifiedClaims(Some.Json(claims)).TryGetDate("exp"u8, out date);
}
