using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>What the WebSocket authorizer may be asked for: it answers handshakes and nothing else.</summary>
public sealed class WebSocketRulesTests : IDisposable
{
    private const string NeverAsked = "is never asked about: a WebSocket API asks its authorizer for $connect alone; what may be "
        + "sent later, its backend must decide";

    private const string Elsewhere = ", without which API Gateway refuses a handshake unasked, and a credential may stand "
        + "elsewhere; name it only where it is the one place";

    private const string CookiesNeedPages = "needs webSocket.origins: a browser sends cookies along whichever page connects";

    private const string OfAnother =
        "asks for tickets, which are for the handshake of a WebSocket API: its authorizer takes them";

    private const string NoKind = "$.credentials.anyOf: must name \"apiKey\", \"bearer\" or \"ticket\", each once";

    private const string OfBoth = "is a place of tickets too: what stands there must be one or the other";

    private readonly WebSocketFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "resultTtl": 0, "response": "policy", "maxResponseBytes": 8192, "maxContextBytes": 8192 }""")]
    [InlineData("""{ "bearer": { "sources": ["cookie.session"] } }""")]
    [InlineData("""{ "bearer": { "sources": ["query.token"] }, "webSocket": null }""")]
    [InlineData("""{ "bearer": { "sources": ["subprotocol.t", "header.X"] } }""")]
    [InlineData("""{ "bearer": { "sources": ["query.ticket"] }, "credentials": { "anyOf": ["bearer"] } }""")]
    [InlineData("""{ "bearer": { "sources": ["cookie.t"] }, "credentials": { "anyOf": ["ticket"] }, "webSocket": null }""")]
    [InlineData("""{ "identitySources": ["query.ticket"], "issuers": null }""")]
    [InlineData("""{ "identitySources": ["header.X"], "bearer": { "sources": ["header.x"] }, "ticket": null }""")]
    [InlineData("""{ "identitySources": ["header.cookie"], "bearer": { "sources": ["cookie.a", "cookie.b"]}, "ticket": null }""")]
    [InlineData(
        """{ "identitySources": ["header.Sec-WebSocket-Protocol"], "bearer": { "sources": ["subprotocol.t"]}, "ticket": null }""")]
    [InlineData("""
        {
          "identitySources": ["header.sec-websocket-protocol"], "bearer": { "sources": ["subprotocol.t"] },
          "ticket": { "table": "tickets", "sources": ["subprotocol.o"] }
        }
        """)]
    [InlineData("""{ "identitySources": ["header.Origin", "stageVariable.x"] }""")]
    [InlineData("""{ "identitySources": [] }""")]
    [InlineData("""{ "routes": [{ "route": "$connect", "anyone": true, "when": { "header.X": { "present": true } } }] }""")]
    public void What_a_handshake_can_be_asked_for_is_fine(string members) => Assert.Empty(_folder.Problems(members));

    [Theory]
    [InlineData("header.Cookie", "is all cookies at once, which a browser sends for every page; name one, cookie.NAME")]
    [InlineData("header.cookie", "is all cookies at once, which a browser sends for every page; name one, cookie.NAME")]
    [InlineData("header.Sec-WebSocket-Protocol", "is all subprotocols at once; name one, subprotocol.NAME")]
    [InlineData("header.origin", "says which page connects, and holds no credential")]
    [InlineData(
        "subprotocol.a b", "can never be offered: a subprotocol has letters, digits and !#$%&'*+-.^_`|~ alone")]
    public void No_credential_is_looked_for_where_it_could_not_be_told_who_sent_it(string source, string problem)
    {
        Assert.Equal(
            [$"$.bearer.sources[1]: {problem}"],
            _folder.Problems($$"""{ "bearer": { "sources": ["header.X", "{{source}}"] } }"""));
        Assert.Equal(
            [$"$.ticket.sources[0]: {problem}"],
            _folder.Problems($$"""{ "ticket": { "table": "tickets", "sources": ["{{source}}"] } }"""));
    }

    [Theory]
    [InlineData("""{ "response": "simple" }""", "$.response: must be \"policy\": a WebSocket API takes no other answer")]
    [InlineData("""{ "resultTtl": 1 }""", "$.resultTtl: must be 0 or left out: a WebSocket API keeps no answers")]
    [InlineData("""{ "resultTtl": 300 }""", "$.resultTtl: must be 0 or left out: a WebSocket API keeps no answers")]
    [InlineData(
        """{ "maxResponseBytes": 8193 }""", "$.maxResponseBytes: must be at most 8192: a WebSocket API takes no larger answer")]
    [InlineData("""{ "maxContextBytes": 8193 }""", "$.maxContextBytes: must be a whole number from 256 to 8192")]
    [InlineData("""{ "routes": [{ "route": "$connect" }, { "route": "$disconnect" }] }""", "$.routes[1].route: " + NeverAsked)]
    [InlineData("""{ "routes": [{ "route": "GET /" }, { "route": "$connect" }] }""", "$.routes[0].route: " + NeverAsked)]
    [InlineData(
        """{ "routes": [{ "route": "sendMessage" }] }""",
        "$.routes: must name $connect: nobody could connect|$.routes[0].route: " + NeverAsked)]
    [InlineData(
        """{ "routes": [{ "route": "$default" }] }""",
        "$.routes: must name $connect: nobody could connect|$.routes[0].route: " + NeverAsked)]
    [InlineData(
        """{ "bearer": { "sources": ["header.A", "cookie.t"] }, "webSocket": null }""",
        "$.bearer.sources[1]: " + CookiesNeedPages)]
    [InlineData(
        """{ "bearer": { "sources": ["cookie.t"] }, "webSocket": { "requireOrigin": true } }""",
        "$.bearer.sources[0]: " + CookiesNeedPages)]
    [InlineData("""{ "bearer": { "sources": ["header.A", "query.ticket"] } }""", "$.bearer.sources[1]: " + OfBoth)]
    [InlineData(
        """{ "ticket": { "table": "tickets", "sources": ["header.AUTHORIZATION"] } }""", "$.bearer.sources[1]: " + OfBoth)]
    [InlineData(
        """{ "ticket": { "table": "tickets", "sources": ["subprotocol.Bearer"] } }""", "$.bearer.sources[0]: " + OfBoth)]
    [InlineData("""{ "identitySources": ["query.ticket"] }""", "$.identitySources: has query.ticket" + Elsewhere)]
    [InlineData("""{ "identitySources": ["header.Authorization"] }""", "$.identitySources: has header.Authorization" + Elsewhere)]
    [InlineData(
        """{ "identitySources": ["header.X", "header.sec-websocket-protocol"], "ticket": null }""",
        "$.identitySources: has header.sec-websocket-protocol" + Elsewhere)]
    [InlineData(
        """{ "identitySources": ["header.Cookie"], "bearer": { "sources": ["cookie.t"] } }""",
        "$.identitySources: has header.Cookie" + Elsewhere)]
    public void What_it_cannot_is_told_where_it_stands(string members, string problems) =>
        Assert.Equal(problems.Split('|'), _folder.Problems(members));

    [Fact]
    public void A_table_of_routes_with_one_mistake_in_it_is_not_judged_twice() => Assert.Equal(
        ["$.routes[0].scopes: must name at least one value; leave it out to ask for none"],
        _folder.Problems("""{ "routes": [{ "route": "$connect", "scopes": [] }], "response": "simple" }"""));

    [Theory]
    [InlineData("""{ "bearer": { "sources": ["cookie.t", "nowhere.t"] }, "webSocket": null }""")]
    [InlineData("""{ "webSocket": { "origins": ["x"] }, "response": "simple" }""")]
    public void What_was_not_read_is_not_held_against_the_rest(string members) => Assert.Single(_folder.Problems(members));

    [Theory]
    [InlineData("ticket", EventKind.Token, OfAnother)]
    [InlineData("ticket", EventKind.Request, OfAnother)]
    [InlineData("ticket", EventKind.ApiKey, OfAnother)]
    [InlineData(
        "apiKey", EventKind.WebSocket,
        "asks for API keys, which the WebSocket authorizer does not take; it takes tickets and bearer tokens")]
    public void Each_function_takes_its_own_credentials(string kind, EventKind events, string problem) => Assert.Equal(
        [$"$.credentials: {problem}"],
        _folder.Problems(
            $$"""
            {
              "credentials": { "anyOf": ["bearer", "{{kind}}"] }, "routes": [{ "route": "$connect" }],
              "apiKey": { "table": "keys", "sources": ["header.Authorization"] }
            }
            """,
            events));

    [Theory]
    [InlineData(
        """{ "allOf": ["ticket", "bearer"] }""",
        "$.credentials: asks for two credentials, and a handshake has one: name them in anyOf")]
    [InlineData("""{ "anyOf": ["ticket", "ticket"] }""", NoKind)]
    [InlineData("""{ "anyOf": ["tickets"] }""", NoKind)]
    [InlineData("""{ "anyOf": ["Ticket", "bearer"] }""", NoKind)]
    [InlineData("""{ "anyOf": [] }""", NoKind)]
    [InlineData("""{ "anyOf": "ticket" }""", "$.credentials.anyOf: must be an array")]
    [InlineData("{}", "$.credentials: must have allOf or anyOf, and not both")]
    [InlineData("""{ "anyOf": ["ticket"], "allOf": ["bearer"] }""", "$.credentials: must have allOf or anyOf, and not both")]
    public void What_is_asked_for_must_be_one_of_two(string credentials, string problem) =>
        Assert.Equal([problem], _folder.Problems($$"""{ "credentials": {{credentials}} }"""));
}
