using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>What is taken where the file does not say; for the WebSocket authorizer not the same as for the others.</summary>
public sealed class WebSocketDefaultsTests : IDisposable
{
    private const string Bare = """{ "webSocket": null, "ticket": null }""";

    private readonly WebSocketFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_smallest_configuration_has_safe_defaults()
    {
        AuthorizerConfiguration configuration = _folder.Load();

        Assert.Equal(["query.ticket"], configuration.Ticket!.Sources.Select(source => $"{source}"));
        Assert.Equal(new TableConfiguration("tickets", null, null), configuration.Ticket.Table);
        Assert.Null(configuration.Ticket.Records);
        Assert.Equal(["https://app.example"], configuration.WebSocket!.Origins);
        Assert.False(configuration.WebSocket.RequireOrigin);
        Assert.Empty(configuration.WebSocket.Subprotocols);
        Assert.Equal(TimeSpan.Zero, configuration.ResultTtl);
        Assert.Equal(4096, configuration.MaxContextBytes);
        Assert.InRange(configuration.MaxResponseBytes, 1024, 8192);
        Assert.Empty(configuration.Unused);
    }

    [Fact]
    public void Every_member_is_read()
    {
        AuthorizerConfiguration configuration = _folder.Load("""
            {
              "ticket": {
                "sources": ["header.X-Ticket", "query.t", "subprotocol.once"], "table": "t.1-x_y", "region": "eu-west-1",
                "endpoint": "http://localhost:8000"
              },
              "webSocket": {
                "origins": ["https://app.example", "http://localhost:3000"], "requireOrigin": true,
                "subprotocols": ["orders.v2", "orders.v1"]
              }
            }
            """);

        Assert.Equal(
            ["header.X-Ticket", "query.t", "subprotocol.once"], configuration.Ticket!.Sources.Select(source => $"{source}"));
        Assert.Equal(
            new TableConfiguration("t.1-x_y", "eu-west-1", new Uri("http://localhost:8000")), configuration.Ticket.Table);
        Assert.Equal(["https://app.example", "http://localhost:3000"], configuration.WebSocket!.Origins);
        Assert.True(configuration.WebSocket.RequireOrigin);
        Assert.Equal(["orders.v2", "orders.v1"], configuration.WebSocket.Subprotocols);
    }

    [Theory]
    [InlineData(EventKind.WebSocket, "subprotocol.bearer header.Authorization", 0)]
    [InlineData(EventKind.Token, "header.Authorization", 300)]
    [InlineData(EventKind.Request, "header.Authorization", 300)]
    [InlineData(EventKind.None, "header.Authorization", 300)]
    public void Each_function_looks_for_tokens_where_its_clients_can_send_them_and_has_the_ttl_of_its_API(
        EventKind events, string sources, int resultTtl)
    {
        AuthorizerConfiguration configuration = _folder.Load(Bare, events);

        Assert.Equal(sources, string.Join(' ', configuration.BearerSources));
        Assert.Equal(TimeSpan.FromSeconds(resultTtl), configuration.ResultTtl);
    }

    [Fact]
    public void A_bearer_section_without_sources_changes_nothing() => Assert.Equal(
        "subprotocol.bearer header.Authorization", string.Join(' ', _folder.Load("""{ "bearer": {} }""").BearerSources));

    [Theory]
    [InlineData(EventKind.WebSocket, """{}""", true, true)]
    [InlineData(EventKind.WebSocket, """{ "ticket": null }""", false, true)]
    [InlineData(EventKind.WebSocket, """{ "issuers": null }""", true, false)]
    [InlineData(EventKind.None, """{}""", false, true)]
    [InlineData(EventKind.None, """{ "issuers": null }""", true, false)]
    [InlineData(EventKind.Token, """{}""", false, true)]
    [InlineData(EventKind.Request, """{}""", false, true)]
    public void Without_a_word_the_WebSocket_authorizer_takes_what_it_is_told_how_to_verify(
        EventKind events, string members, bool ticket, bool bearer)
    {
        RequiredCredentials credentials = _folder.Load(members, events).Credentials;

        Assert.Equal((ticket, bearer, false), (credentials.Ticket, credentials.Bearer, credentials.ApiKey));
        Assert.False(credentials.TakesKeyAlone);
    }

    [Fact]
    public void Told_how_to_verify_nothing_it_asks_for_issuers() => Assert.Equal(
        ["$.issuers: is missing"], _folder.Problems("""{ "issuers": null, "ticket": null }"""));

    [Theory]
    [InlineData("""{ "allOf": ["ticket"] }""", true, false)]
    [InlineData("""{ "anyOf": ["ticket"] }""", true, false)]
    [InlineData("""{ "anyOf": ["bearer"] }""", false, true)]
    [InlineData("""{ "allOf": ["bearer"] }""", false, true)]
    [InlineData("""{ "anyOf": ["bearer", "ticket"] }""", true, true)]
    public void It_takes_what_it_is_told_to(string credentials, bool ticket, bool bearer)
    {
        RequiredCredentials read = _folder.Load($$"""{ "credentials": {{credentials}} }""").Credentials;

        Assert.Equal((ticket, bearer, false), (read.Ticket, read.Bearer, read.ApiKey));
    }
}
