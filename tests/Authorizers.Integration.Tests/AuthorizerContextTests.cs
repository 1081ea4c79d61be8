using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Integration.Tests;

public sealed class AuthorizerContextTests
{
    [Theory]
    [InlineData("42", 42)]
    [InlineData("0", 0)]
    [InlineData("-7", -7)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void A_whole_number_is_read_alike_as_text_and_as_number(string written, long expected) =>
        Assert.All(Read(JsonNode.Parse(written)!).Concat(Read(written)), context =>
        {
            Assert.True(context.TryGetInt64("x", out long value));
            Assert.Equal(expected, value);
        });

    [Theory]
    [InlineData("")]
    [InlineData(" 42")]
    [InlineData("42 ")]
    [InlineData("+42")]
    [InlineData("042")]
    [InlineData("-0")]
    [InlineData("4,2")]
    [InlineData("42.0")]
    [InlineData("4e1")]
    [InlineData("0x2A")]
    [InlineData("\u0664\u0662")]
    [InlineData("9223372036854775808")]
    [InlineData("true")]
    public void What_is_no_whole_number_in_digits_is_none(string text) => Assert.All(Read(text), context =>
    {
        Assert.False(context.TryGetInt64("x", out long value));
        Assert.Equal(0, value);
    });

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_boolean_is_read_alike_as_text_and_as_boolean(string written, bool expected) =>
        Assert.All(Read(JsonNode.Parse(written)!).Concat(Read(written)), context =>
        {
            Assert.True(context.TryGetBoolean("x", out bool value));
            Assert.Equal(expected, value);
        });

    [Theory]
    [InlineData("True")]
    [InlineData("TRUE")]
    [InlineData(" true")]
    [InlineData("1")]
    [InlineData("yes")]
    [InlineData("")]
    public void What_is_not_exactly_true_is_neither(string text) => Assert.All(Read(text), context =>
    {
        Assert.False(context.TryGetBoolean("x", out bool value));
        Assert.False(value);
    });

    [Theory]
    [InlineData("orders:read orders:write", "orders:read|orders:write")]
    [InlineData("  a  b ", "a|b")]
    [InlineData("a,b", "a,b")]
    [InlineData("", "")]
    public void Texts_are_what_stands_between_spaces(string joined, string expected) =>
        Assert.All(Read(joined), context => Assert.Equal(expected, string.Join('|', context.Texts("x"))));

    [Fact]
    public void Text_is_read_as_it_is_and_keys_are_not_guessed() => Assert.All(Read("Blue \u00fc \"1\""), context =>
    {
        Assert.True(context.TryGetString("x", out string? value));
        Assert.Equal("Blue \u00fc \"1\"", value);
        Assert.False(context.TryGetString("X", out _));
        Assert.Empty(context.Texts("y"));
        Assert.False(context.TryGetInt64("y", out _));
        Assert.False(context.TryGetBoolean("y", out _));
    });

    [Fact]
    public void A_number_with_a_fraction_is_read_as_its_text() =>
        Assert.All(Read(JsonNode.Parse("1.5")!).Concat(Read("1.5")), context =>
        {
            Assert.True(context.TryGetString("x", out string? value));
            Assert.Equal("1.5", value);
        });

    [Fact]
    public void The_principal_is_known_where_the_gateway_hands_it_on()
    {
        JsonObject context = new() { ["x"] = "1" };

        Assert.Equal("alice", AuthorizerContext.From(Gateway.Typed(Gateway.RestEvent("alice", context))).PrincipalId);
        Assert.Equal("alice", AuthorizerContext.From(Gateway.Typed(Gateway.WebSocketEvent("alice", context))).PrincipalId);
        Assert.Equal("alice", AuthorizerContext.From(Gateway.Bytes(Gateway.Http1Event("alice", context))).PrincipalId);
        Assert.Null(AuthorizerContext.From(Gateway.TypedHttp2(Gateway.Http2Event(context))).PrincipalId);
    }

    [Fact]
    public void Values_of_objects_that_no_event_was_read_into_are_read_alike()
    {
        var request = new APIGatewayProxyRequest { RequestContext = new() };
        request.RequestContext.Authorizer = new() { ["b"] = true, ["i"] = 7, ["l"] = 7L, ["d"] = 1.5, ["o"] = new() };

        var context = AuthorizerContext.From(request);

        Assert.True(context.TryGetBoolean("b", out bool flag) && flag);
        Assert.True(context.TryGetInt64("i", out long small) && small == 7);
        Assert.True(context.TryGetInt64("l", out long integer) && integer == 7);
        Assert.True(context.TryGetString("d", out string? number) && number == "1.5");
        Assert.False(context.TryGetString("o", out _));
    }

    [Fact]
    public void It_prints_nothing_of_the_caller() => Assert.All(
        Read("secret"), context => Assert.Equal("AuthorizerContext", context.ToString()));

    /// <summary>One value under x, by every way there is: typed and raw, for each kind of API.</summary>
    private static IEnumerable<AuthorizerContext> Read(JsonNode value)
    {
        JsonObject context = new() { ["x"] = value.DeepClone() };
        JsonObject http2 = Gateway.Http2Event(context);
        yield return AuthorizerContext.From(Gateway.TypedHttp2(http2));
        yield return AuthorizerContext.From(Gateway.Bytes(http2));
        foreach (JsonObject request in new[]
        {
            Gateway.RestEvent("alice", context), Gateway.WebSocketEvent("alice", context), Gateway.Http1Event("alice", context),
        })
        {
            yield return AuthorizerContext.From(Gateway.Typed(request));
            yield return AuthorizerContext.From(Gateway.Bytes(request));
        }
    }
}
