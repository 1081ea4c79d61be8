using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authorizers.Cli.Tests.Explain;

public sealed class OriginCheckTests : IDisposable
{
    private const string Ticket = "wst_BjCeuPtcGjN74zZ4yJAp1kZHTA5axVO1";

    private const string NotListed = "it is none of webSocket.origins, letter by letter";

    private const string NotAsked = "there is none, and none is asked for but with a token elsewhere than in a header";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ticket-allowed", "https://app.example", true, "it is one of webSocket.origins")]
    [InlineData("origin-longer-host", "https://app.example.evil.example", false, NotListed)]
    [InlineData("origin-with-slash", "https://app.example/", false, NotListed)]
    [InlineData("origin-null", "null", false, NotListed)]
    [InlineData("origin-empty", "", false, NotListed)]
    [InlineData("origin-twice", null, false, "there are several, and a browser sends one")]
    [InlineData("ticket-any-origin-other", "https://evil.example", true, "any page may connect: there are no webSocket.origins")]
    [InlineData("header-allowed", null, true, NotAsked)]
    [InlineData("ticket-of-no-page", null, true, NotAsked)]
    [InlineData("header-origin-required", null, false, "there is none, and webSocket.requireOrigin asks for one")]
    [InlineData(
        "cookie-without-origin", null, false,
        "there is none, and the token stands elsewhere than in a header: a page could have sent it")]
    public async Task The_page_and_what_speaks_for_or_against_it_is_told(string name, string? page, bool allowed, string reason)
    {
        JsonElement origin = (await HandshakeCall.ExplainAsync(name)).GetProperty("origin");

        Assert.Equal((page, allowed), (origin.GetProperty("page").GetString(), origin.GetProperty("allowed").GetBoolean()));
        Assert.Equal(reason, origin.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_text_has_the_page_above_the_checks()
    {
        CommandRun run = await CommandRun.OfAsync(["explain", .. HandshakeCall.Arguments("origin-longer-host")]);

        Assert.Contains(
            """
            Origin
              page     https://app.example.evil.example
              allowed  no: it is none of webSocket.origins, letter by letter

            Checks
              origin
            """,
            run.Data,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_origin_cannot_move_the_cursor_or_fill_the_screen()
    {
        foreach (CommandRun run in await WithOriginAsync($"https://\u001b[2J\u202E{new string('x', 5000)}"))
        {
            Assert.Contains("u001B[2J", run.Data);
            Assert.DoesNotContain(run.Data, letter => letter is not ('\n' or (>= ' ' and <= '~')));
            Assert.DoesNotContain(new string('x', 500), run.Data);
        }
    }

    [Theory]
    [InlineData($"https://{Ticket}.example")]
    [InlineData("https://x.example/eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Bearer XqI7vBPa5W0tJ2xkT9sLrE4c")]
    public async Task An_origin_in_which_a_credential_may_stand_is_not_shown(string origin)
    {
        foreach (CommandRun run in await WithOriginAsync(origin))
        {
            Assert.Contains("(not shown: there may be a credential in it)", run.Data);
            Assert.DoesNotContain(origin, run.Data + run.Talk);
        }
    }

    [Fact]
    public async Task An_origin_of_the_configuration_is_shown_whatever_it_looks_like()
    {
        const string Origin = "https://preview-0123456789abcdef0123.example";
        string configuration = Tickets.SomeConfiguration.Write(
            _folder, $$"""{ "ticket": null, "webSocket": { "origins": ["{{Origin}}"] }, {{Issuers}} }""");

        JsonElement told = await HandshakeCall.ExplainAsync(EventFrom(Origin), configuration);

        Assert.Equal(Origin, told.GetProperty("origin").GetProperty("page").GetString());
    }

    [Fact]
    public async Task An_empty_origin_is_none_where_one_is_asked_for()
    {
        _folder.Write("tickets.jsonl", "");
        string configuration = Tickets.SomeConfiguration.Write(
            _folder, """{ "ticket": { "ticketsFile": "tickets.jsonl" }, "webSocket": { "requireOrigin": true } }""");

        JsonElement told = await HandshakeCall.ExplainAsync(EventFrom(""), configuration);

        Assert.Equal(
            """{"page":"","allowed":false,"reason":"it names no page, and webSocket.requireOrigin asks for one"}""",
            JsonSerializer.Serialize(told.GetProperty("origin")));
        Assert.Equal("origin_not_allowed", told.GetProperty("decision").GetProperty("code").GetString());
    }

    private static string Issuers => $$"""
        "issuers": [{
          "issuer": "https://issuer.example/", "jwksFile": "{{The.KeySet.Replace('\\', '/')}}", "audiences": ["orders-api"]
        }]
        """;

    private async Task<CommandRun[]> WithOriginAsync(string origin)
    {
        string[] call =
        [
            "explain", "websocket", EventFrom(origin), "--config",
            Path.Combine(The.RepositoryRoot, "events", "websocket", "authorizer.json"),
        ];
        return [await CommandRun.OfAsync(call), await CommandRun.OfAsync([.. call, "--json"])];
    }

    /// <summary>A good handshake but for its origin.</summary>
    private string EventFrom(string origin)
    {
        JsonNode handshake = JsonNode.Parse(File.ReadAllText(HandshakeCall.Event("ticket-allowed")))!;
        handshake["headers"]!["Origin"] = origin;
        handshake["multiValueHeaders"]!["Origin"] = new JsonArray(origin);
        return _folder.Write("event.json", handshake.ToJsonString());
    }
}
