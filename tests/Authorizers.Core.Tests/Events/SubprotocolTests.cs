using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Events;

/// <summary>What a WebSocket client offers, and what stands behind a name in it.</summary>
public sealed class SubprotocolTests
{
    [Theory]
    [InlineData("bearer.t", "t")]
    [InlineData("bearer.a.b.c", "a.b.c")]
    [InlineData("orders.v1, bearer.t", "t")]
    [InlineData("orders.v1,bearer.t", "t")]
    [InlineData("bearer.t ,\torders.v1", "t")]
    [InlineData("  bearer.t\t", "t")]
    [InlineData(", ,\t,bearer.t,,", "t")]
    [InlineData("bearer.t, bearer.u", "t|u")]
    [InlineData("bearer.t,bearer.t", "t|t")]
    [InlineData("BEARER.Tt, Bearer.u", "Tt|u")]
    [InlineData("bearer.bearer.t", "bearer.t")]
    [InlineData("bearer..t", ".t")]
    [InlineData("bearer.a b", "a b")]
    [InlineData("ticket.t", null)]
    [InlineData("bearer", null)]
    [InlineData("bearer-t", null)]
    [InlineData("bearers.t", null)]
    [InlineData("xbearer.t", null)]
    [InlineData(".bearer.t", null)]
    [InlineData("bearer .t", null)]
    [InlineData("beare.t", null)]
    [InlineData("béarer.t", null)]
    [InlineData("t.bearer.u", null)]
    [InlineData(" , ,", null)]
    public void What_follows_the_name_and_a_dot_is_the_value(string offered, string? values) =>
        Assert.Equal(values?.Split('|') ?? [], Offering("Sec-WebSocket-Protocol", offered).Of(Some.Key("subprotocol.bearer")));

    [Fact]
    public void Nothing_after_the_dot_is_an_empty_value() =>
        Assert.Equal([""], Offering("Sec-WebSocket-Protocol", "bearer.").Of(Some.Key("subprotocol.bearer")));

    [Theory]
    [InlineData("subprotocol.bearer", "BEARER.t")]
    [InlineData("subprotocol.BEARER", "bearer.t")]
    [InlineData("subprotocol.my.token", "orders.v1, my.token.t")]
    [InlineData("subprotocol.b", "b.t")]
    public void A_name_is_found_in_any_case_and_may_have_dots(string key, string offered) =>
        Assert.Equal(["t"], Offering("Sec-WebSocket-Protocol", offered).Of(Some.Key(key)));

    [Theory]
    [InlineData("sec-websocket-protocol")]
    [InlineData("SEC-WEBSOCKET-PROTOCOL")]
    public void The_header_is_found_in_any_case(string header) =>
        Assert.Equal(["t"], Offering(header, "bearer.t").Of(Some.Key("subprotocol.bearer")));

    [Theory]
    [InlineData("""{"headers":{"Sec-WebSocket-Protocol":"a, bearer.t"}}""", "t", "a|bearer.t")]
    [InlineData("""{"multiValueHeaders":{"Sec-WebSocket-Protocol":["a","bearer.t"]}}""", "t", "a|bearer.t")]
    [InlineData(
        """{"headers":{"Sec-WebSocket-Protocol":"bearer.t"},"multiValueHeaders":{"Sec-WebSocket-Protocol":["a","bearer.t"]}}""",
        "t", "a|bearer.t")]
    [InlineData(
        """{"headers":{"Sec-WebSocket-Protocol":"a, bearer.t"},"multiValueHeaders":{"Sec-WebSocket-Protocol":["a, bearer.t"]}}""",
        "t", "a|bearer.t")]
    [InlineData(
        """{"headers":{"Sec-WebSocket-Protocol":"a,bearer.t"},"multiValueHeaders":{"Sec-WebSocket-Protocol":["a","bearer.t"]}}""",
        "t|t", "a|bearer.t|a|bearer.t")]
    [InlineData(
        """{"headers":{"Sec-WebSocket-Protocol":"bearer.u"},"multiValueHeaders":{"Sec-WebSocket-Protocol":["bearer.t"]}}""",
        "t|u", "bearer.t|bearer.u")]
    [InlineData(
        """{"multiValueHeaders":{"Sec-WebSocket-Protocol":["bearer.t"],"sec-websocket-protocol":["bearer.u"]}}""",
        "t|u", "bearer.t|bearer.u")]
    [InlineData("""{"headers":{"Sec-WebSocket-Protocol":""}}""", null, null)]
    [InlineData("""{"headers":{"Sec-WebSocket-Protocol":null},"multiValueHeaders":{"Sec-WebSocket-Protocol":[]}}""", null, null)]
    [InlineData("""{"headers":{"X-Protocol":"bearer.t"},"queryStringParameters":{"bearer":"t"}}""", null, null)]
    public void Several_header_lines_are_one_list_and_where_two_maps_disagree_both_count(
        string members, string? values, string? offered)
    {
        RequestValues read = SomeEvent.Rest(members).Values;

        Assert.Equal(values?.Split('|') ?? [], read.Of(Some.Key("subprotocol.bearer")));
        Assert.Equal(
            offered?.Split('|') ?? [], read.Offered.Select(name => System.Text.Encoding.UTF8.GetString(name.Span)));
    }

    [Fact]
    public void Two_spellings_of_a_name_are_one_key()
    {
        Assert.Equal(Some.Key("subprotocol.bearer"), Some.Key("subprotocol.Bearer"));
        Assert.Equal(Some.Key("subprotocol.bearer").GetHashCode(), Some.Key("subprotocol.BEARER").GetHashCode());
        Assert.NotEqual(Some.Key("subprotocol.bearer"), Some.Key("subprotocol.bearers"));
        Assert.NotEqual(Some.Key("subprotocol.bearer"), Some.Key("header.bearer"));
    }

    [Theory]
    [InlineData("query.t", "query.T")]
    [InlineData("cookie.t", "cookie.T")]
    [InlineData("stageVariable.t", "stageVariable.T")]
    [InlineData("context.t", "context.T")]
    public void Of_other_parts_but_headers_they_are_two(string key, string other) =>
        Assert.NotEqual(Some.Key(key), Some.Key(other));

    [Fact]
    public void A_subprotocol_is_told_as_it_was_configured() =>
        Assert.Equal("subprotocol.Bearer", $"{Some.Key("subprotocol.Bearer")}");

    private static RequestValues Offering(string header, string offered) => Some.Values(($"header.{header}", offered));
}
