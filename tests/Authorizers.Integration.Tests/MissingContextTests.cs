using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Integration.Tests;

public sealed class MissingContextTests
{
    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{"requestContext":null}""")]
    [InlineData("""{"requestContext":{}}""")]
    [InlineData("""{"requestContext":{"authorizer":null}}""")]
    [InlineData("""{"requestContext":{"authorizer":{}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"integrationLatency":12}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"principalId":""}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"principalId":null,"tenant":null}}}""")]
    [InlineData("""{"version":"1.0","requestContext":{"authorizer":{"claims":null,"scopes":null}}}""")]
    [InlineData("""{"version":"1.0","requestContext":{"authorizer":{"claims":{"sub":"alice"},"scopes":["a"]}}}""")]
    [InlineData("""{"version":"2.0","requestContext":{}}""")]
    [InlineData("""{"version":"2.0","requestContext":{"authorizer":{}}}""")]
    [InlineData("""{"version":"2.0","requestContext":{"authorizer":{"lambda":null}}}""")]
    [InlineData("""{"version":"2.0","requestContext":{"authorizer":{"lambda":{}}}}""")]
    [InlineData("""{"version":"2.0","requestContext":{"authorizer":{"jwt":{"claims":{"sub":"alice"}}}}}""")]
    [InlineData("""{"version":"2.0","requestContext":{"authorizer":{"principalId":"alice"}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"lambda":{"tenant":"blue"}}}}""")]
    [InlineData("""{"requestContext":"authorizer","authorizer":{"principalId":"alice"}}""")]
    [InlineData("""{"requestContext":{"authorizer":"alice"}}""")]
    [InlineData("""{"requestContext":{"Authorizer":{"principalId":"alice"}}}""")]
    [InlineData("""{"headers":{"requestContext":"{\"authorizer\":{\"principalId\":\"alice\"}}"},"requestContext":{}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"principalId":"\ud800"}}}""")]
    public void A_request_that_nobody_vouched_for_is_refused(string request)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(request);

        Assert.Throws<MissingAuthorizerContextException>(() => AuthorizerContext.From(bytes));
        Assert.False(AuthorizerContext.TryFrom(bytes, out AuthorizerContext? context));
        Assert.Null(context);
    }

    [Fact]
    public void So_it_is_whatever_the_event_was_read_into()
    {
        APIGatewayProxyRequest?[] requests =
        [
            null, new(), new() { RequestContext = new() }, new() { RequestContext = new() { Authorizer = [] } },
            Gateway.Typed(Gateway.RestEvent(null, null)), Gateway.Typed(Gateway.Http2Event(new JsonObject { ["x"] = "1" })),
        ];
        APIGatewayHttpApiV2ProxyRequest?[] http2 =
        [
            null, new(), new() { RequestContext = new() }, new() { RequestContext = new() { Authorizer = new() } },
            Gateway.TypedHttp2(Gateway.Http2Event(null)),
        ];

        Assert.All(requests, request =>
        {
            Assert.Throws<MissingAuthorizerContextException>(() => AuthorizerContext.From(request));
            Assert.False(AuthorizerContext.TryFrom(request, out _));
        });
        Assert.All(http2, request =>
        {
            Assert.Throws<MissingAuthorizerContextException>(() => AuthorizerContext.From(request));
            Assert.False(AuthorizerContext.TryFrom(request, out _));
        });
        Assert.False(AuthorizerContext.TryFrom(default(JsonElement), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"requestContext":{"authorizer":{"tenant":"blue","tenant":"green"}}}""")]
    [InlineData("""{"requestContext":{"authorizer":{"tenant":"blue","\u0074enant":"green"}}}""")]
    public void An_event_that_can_be_read_in_two_ways_or_in_none_is_an_error(string request)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(request);

        Assert.ThrowsAny<JsonException>(() => AuthorizerContext.From(bytes));
        Assert.ThrowsAny<JsonException>(() => AuthorizerContext.TryFrom(bytes, out _));
    }

    [Fact]
    public void The_error_tells_where_to_look_and_nothing_of_the_request() =>
        Assert.Contains("$default", new MissingAuthorizerContextException().Message, StringComparison.Ordinal);
}
