using System.Text;

namespace Authorizers.Token.Tests;

public sealed class TokenFunctionTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task An_event_that_says_nothing_is_no_token_event(string json)
    {
        using var function = new LocalFunction(The.Configuration);

        Answer answer = await function.InvokeTypedAsync(Encoding.UTF8.GetBytes(json));

        Assert.Equal("InvalidEvent", answer.Json().GetProperty("errorType").GetString());
        Assert.Equal(new DecisionLine("fault", "event_invalid", null, null), answer.Record());
    }
}
