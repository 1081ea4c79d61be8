using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("300", 300)]
    [InlineData("007", 7)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("00:00:00", 0)]
    [InlineData("00:01:00", 60)]
    [InlineData("23:59:59", 86_399)]
    [InlineData("0.00:00:01", 1)]
    [InlineData("1.00:00:00", 86_400)]
    [InlineData("10.01:00:00", 867_600)]
    public void Seconds_or_days_and_a_time_of_day(string text, int seconds)
    {
        Assert.True(DurationText.TryParse(text, out TimeSpan duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1 ")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("1,000")]
    [InlineData("2147483648")]
    [InlineData("\u0661")]
    [InlineData("1h")]
    [InlineData("PT1M")]
    [InlineData("00:01")]
    [InlineData("1:00:00")]
    [InlineData("00:1:00")]
    [InlineData("24:00:00")]
    [InlineData("00:60:00")]
    [InlineData("00:00:60")]
    [InlineData("00:00:00.5")]
    [InlineData("-00:01:00")]
    [InlineData("1:00:00:00")]
    [InlineData(".00:00:01")]
    public void Nothing_else(string text) => Assert.False(DurationText.TryParse(text, out _));
}
