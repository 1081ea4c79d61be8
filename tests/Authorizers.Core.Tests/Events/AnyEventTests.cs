using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Events;

public sealed class AnyEventTests
{
    private const string Arn = The.StageArn + "/GET/orders/42";

    [Theory]
    [InlineData("TOKEN", "Token")]
    [InlineData("REQUEST", "Rest")]
    public void An_event_is_read_by_its_type(string type, string format) =>
        Assert.Equal(format, $"{Read($$"""{"methodArn":"{{Arn}}","type":"{{type}}"}""").Format}");

    [Theory]
    [InlineData("{\"type\":\"TOKEN\",\"type\":\"REQUEST\",\"methodArn\":\"{0}\"}")]
    [InlineData("{\"type\":\"REQUEST\",\"type\":\"TOKEN\",\"methodArn\":\"{0}\"}")]
    [InlineData("{\"type\":\"TOKEN\",\"\\u0074ype\":\"REQUEST\",\"methodArn\":\"{0}\"}")]
    [InlineData("{\"type\":\"token\",\"methodArn\":\"{0}\"}")]
    [InlineData("{\"type\":\"\\ud800\",\"methodArn\":\"{0}\"}")]
    [InlineData("{\"\\ud800\":1,\"type\":\"TOKEN\",\"methodArn\":\"{0}\"}")]
    [InlineData("{\"type\":null,\"methodArn\":\"{0}\"}")]
    [InlineData("{\"type\":{},\"methodArn\":\"{0}\"}")]
    [InlineData("{\"type\":\"TOKEN\"")]
    [InlineData("[]")]
    [InlineData("")]
    public void What_is_neither_or_both_is_no_event(string json) =>
        Assert.Throws<InvalidEventException>(() => Read(json.Replace("{0}", Arn, StringComparison.Ordinal)));

    private static AuthorizerRequest Read(string json) => AnyEvent.Read(Some.Utf8(json));
}
