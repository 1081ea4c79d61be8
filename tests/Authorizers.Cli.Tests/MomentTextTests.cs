using System.Globalization;

namespace Authorizers.Cli.Tests;

public sealed class MomentTextTests
{
    [Theory]
    [InlineData("2027-01-31T12:00:00Z", "2027-01-31T12:00:00Z")]
    [InlineData("2027-01-31T12:00Z", "2027-01-31T12:00:00Z")]
    [InlineData("2027-01-31T12:00:00+01:00", "2027-01-31T11:00:00Z")]
    [InlineData("2027-01-31T12:00-05:30", "2027-01-31T17:30:00Z")]
    [InlineData("1d", "2026-11-21T12:00:00Z")]
    [InlineData("90s", "2026-11-20T12:01:30Z")]
    public void A_moment_has_an_offset_or_is_a_span_from_now(string text, string expected)
    {
        Assert.True(MomentText.TryParse(text, The.Moment, out DateTimeOffset moment));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), moment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("2027-01-31")]
    [InlineData("2027-01-31T12:00:00")]
    [InlineData("2027-02-30T12:00:00Z")]
    [InlineData("31/01/2027 12:00:00Z")]
    [InlineData("1800000000")]
    [InlineData("2000000000d")]
    public void A_moment_that_two_people_could_read_differently_is_refused(string text) =>
        Assert.False(MomentText.TryParse(text, The.Moment, out _));
}
