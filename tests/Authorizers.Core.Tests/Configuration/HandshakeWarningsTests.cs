using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>What is said at start of a configuration that is allowed and unwise, or has what is of no use.</summary>
public sealed class HandshakeWarningsTests : IDisposable
{
    private const string InAddresses = " puts tokens into addresses, which histories and access logs keep (RFC 9700 section "
        + "4.3.2). Give pages tickets.";

    private const string AnyPage = "$.webSocket.origins: is missing: any page may connect that has a token.";

    private const string NoTickets = "$.ticket: is not used: tickets are not asked for. The WebSocket authorizer takes them, "
        + "where credentials names them or is left out.";

    private const string OneMachine =
        "$.ticket.ticketsFile: each process takes each ticket once; that is for work on one machine alone.";

    private readonly WebSocketFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{ "webSocket": null }""", AnyPage)]
    [InlineData("""{ "webSocket": { "requireOrigin": true } }""", AnyPage)]
    [InlineData("""{ "webSocket": null, "bearer": { "sources": ["header.Authorization", "header.X"] } }""", null)]
    [InlineData("""{ "webSocket": null, "issuers": null }""", null)]
    [InlineData(
        """{ "webSocket": { "requireOrigin": true }, "bearer": { "sources": ["header.Authorization", "header.X"] } }""", AnyPage)]
    [InlineData(
        """{ "bearer": { "sources": ["header.A", "query.token", "query.t"] } }""", "$.bearer.sources: query.token" + InAddresses)]
    [InlineData(
        """{ "webSocket": null, "bearer": { "sources": ["query.t"] } }""",
        "$.bearer.sources: query.t" + InAddresses + "|" + AnyPage)]
    [InlineData("""{ "bearer": { "sources": ["query.t"] }, "credentials": { "anyOf": ["ticket"] } }""", null)]
    [InlineData("""{ "ticket": { "ticketsFile": "tickets.jsonl" } }""", OneMachine)]
    [InlineData("""{ "ticket": { "ticketsFile": "tickets.jsonl" }, "credentials": { "anyOf": ["bearer"] } }""", null)]
    public void What_is_unwise_is_said(string members, string? lines)
    {
        _folder.Write("tickets.jsonl", "");
        List<string> said = [];

        HandshakeWarnings.Examine(_folder.Load(members), said.Add);

        Assert.Equal(lines?.Split('|') ?? [], said);
    }

    [Theory]
    [InlineData(EventKind.WebSocket, "{}", "")]
    [InlineData(EventKind.WebSocket, """{ "credentials": { "anyOf": ["ticket"] } }""", "issuers")]
    [InlineData(EventKind.WebSocket, """{ "credentials": { "anyOf": ["bearer"] } }""", "ticket")]
    [InlineData(EventKind.WebSocket, """{ "apiKey": { "table": "keys" } }""", "apiKey")]
    [InlineData(
        EventKind.WebSocket, """{ "apiKey": { "table": "keys" }, "credentials": { "anyOf": ["ticket"] } }""", "issuers apiKey")]
    [InlineData(EventKind.Request, "{}", "ticket webSocket")]
    [InlineData(EventKind.Token, """{ "ticket": null }""", "webSocket")]
    [InlineData(EventKind.Token, """{ "webSocket": null, "ticket": null }""", "")]
    [InlineData(
        EventKind.ApiKey, """{ "apiKey": { "table": "keys", "sources": ["header.Authorization"] } }""",
        "issuers ticket webSocket")]
    public void A_section_without_a_use_is_told(EventKind events, string members, string sections) =>
        Assert.Equal(sections, string.Join(' ', _folder.Load(members, events).Unused));

    [Theory]
    [InlineData(
        EventKind.WebSocket, """{ "credentials": { "anyOf": ["ticket"] } }""",
        "$.issuers: is not used: tickets alone are asked for. For both, set credentials to "
        + "{ \"anyOf\": [\"ticket\", \"bearer\"] }.")]
    [InlineData(
        EventKind.WebSocket, """{ "credentials": { "anyOf": ["bearer"] } }""",
        NoTickets)]
    [InlineData(
        EventKind.WebSocket, """{ "apiKey": { "table": "keys" } }""",
        "$.apiKey: is not used: API keys are not asked for. The API-key authorizer takes them.")]
    [InlineData(
        EventKind.Request, """{ "ticket": null }""", "$.webSocket: is not used: it is for the WebSocket authorizer.")]
    [InlineData(
        EventKind.Request, """{ "webSocket": null }""",
        NoTickets)]
    [InlineData(
        EventKind.Request,
        """{ "webSocket": null, "ticket": null, "apiKey": { "table": "keys", "sources": ["header.Authorization"] } }""",
        "$.apiKey: is not used: bearer tokens alone are asked for. For both, set credentials to "
        + "{ \"allOf\": [\"apiKey\", \"bearer\"] } at the API-key authorizer.")]
    public void And_why_it_has_none(EventKind events, string members, string line)
    {
        List<string> said = [];

        CredentialWarnings.Examine(_folder.Load(members, events), said.Add);

        Assert.Equal([line], said);
    }
}
