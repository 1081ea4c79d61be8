using Authorizers.Cli.Tokens.Inspection;

namespace Authorizers.Cli.Tests.Tokens.Inspection;

public sealed class TimeInWordsTests
{
    [Theory]
    [InlineData(0, "now")]
    [InlineData(0.9, "now")]
    [InlineData(1, "in 1 second")]
    [InlineData(-1, "1 second ago")]
    [InlineData(59, "in 59 seconds")]
    [InlineData(60, "in 1 minute")]
    [InlineData(-61, "1 minute 1 second ago")]
    [InlineData(3_600, "in 1 hour")]
    [InlineData(3_601, "in 1 hour")]
    [InlineData(-7_260, "2 hours 1 minute ago")]
    [InlineData(86_400, "in 1 day")]
    [InlineData(90_000, "in 1 day 1 hour")]
    [InlineData(31_536_000, "in 1 year")]
    [InlineData(-63_158_400, "2 years 1 day ago")]
    [InlineData(31_539_600, "in 1 year")]
    public void A_moment_is_said_from_here_in_two_units(double seconds, string words) =>
        Assert.Equal(words, TimeInWords.Relative(The.Moment.AddSeconds(seconds), The.Moment));

    [Fact]
    public void A_moment_is_written_in_utc() => Assert.Equal(
        "2026-11-20T11:00:00Z", TimeInWords.Absolute(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.FromHours(1))));
}
