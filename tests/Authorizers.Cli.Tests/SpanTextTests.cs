namespace Authorizers.Cli.Tests;

public sealed class SpanTextTests
{
    [Theory]
    [InlineData("90d", 90 * 86_400)]
    [InlineData("12h", 12 * 3_600)]
    [InlineData("30m", 30 * 60)]
    [InlineData("45s", 45)]
    [InlineData("0s", 0)]
    public void A_span_is_a_whole_number_and_its_unit(string text, int seconds)
    {
        Assert.True(SpanText.TryParse(text, out TimeSpan span));
        Assert.Equal(TimeSpan.FromSeconds(seconds), span);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("90")]
    [InlineData("90D")]
    [InlineData("-1d")]
    [InlineData("+1d")]
    [InlineData("1.5h")]
    [InlineData(" 1d")]
    [InlineData("1 d")]
    [InlineData("1w")]
    [InlineData("99999999999d")]
    public void Anything_else_is_none(string text) => Assert.False(SpanText.TryParse(text, out _));
}
