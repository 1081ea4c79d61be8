using System.Text.Json;
using Authorizers.Cli.Tests.Tickets;

namespace Authorizers.Cli.Tests.Explain;

/// <summary>Tickets can be looked at by taking them alone.</summary>
public sealed class ExplainTicketTests : IDisposable
{
    private const string Warning =
        "The ticket in the event is taken from the table tickets, as the function does, and is used up.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_explains_a_ticket_of_a_table_is_told_before_that_it_is_taken()
    {
        CommandRun run = await ExplainAsync("ticket-allowed", "{}");

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.StartsWith(Warning, run.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ticket-malformed", "{}")]
    [InlineData("header-missing", "{}")]
    [InlineData("ticket-twice", "{}")]
    [InlineData("route-with-slash", "{}")]
    [InlineData("ticket-allowed", """{ "webSocket": { "origins": ["https://elsewhere.example"] } }""")]
    public async Task Nothing_is_said_where_no_ticket_is_taken(string name, string members)
    {
        CommandRun run = await ExplainAsync(name, members);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.DoesNotContain("used up", run.Talk);
    }

    [Fact]
    public async Task A_table_out_of_reach_is_a_failure_after_the_page_was_welcome()
    {
        JsonElement told = JsonElement.Parse((await ExplainAsync("ticket-allowed", "{}", "--json")).Data);

        Assert.Equal("table_unreachable", told.GetProperty("decision").GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("checks").ValueKind);
        Assert.Equal(500, told.GetProperty("client").GetProperty("status").GetInt32());
        Assert.True(told.GetProperty("origin").GetProperty("allowed").GetBoolean());
    }

    [Theory]
    [InlineData("ticket-unknown", "ticket ")]
    [InlineData("ticket-malformed", "credential credential_malformed")]
    [InlineData("header-missing", "credential credential_missing")]
    public async Task Where_anyone_may_connect_the_check_is_named_all_the_same(string name, string check)
    {
        _folder.Write("tickets.jsonl", "");
        CommandRun run = await ExplainAsync(
            name,
            """{ "ticket": { "ticketsFile": "tickets.jsonl" }, "routes": [{ "route": "$connect", "anyone": true }] }""",
            "--json");

        JsonElement told = JsonElement.Parse(run.Data);
        JsonElement checks = told.GetProperty("checks");
        Assert.Equal(check, $"{checks.GetProperty("failed")} {checks.GetProperty("code")}");
        Assert.False(checks.GetProperty("allHold").GetBoolean());
        Assert.Equal(101, told.GetProperty("client").GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Why_a_ticket_is_not_good_is_said_to_be_unsaid_where_anyone_may_connect()
    {
        _folder.Write("tickets.jsonl", "");
        CommandRun run = await ExplainAsync(
            "ticket-unknown",
            """{ "ticket": { "ticketsFile": "tickets.jsonl" }, "routes": [{ "route": "$connect", "anyone": true }] }""");

        Assert.Contains("  ticket  not good; where anyone may connect, the function does not say why\n", run.Data);
    }

    private Task<CommandRun> ExplainAsync(string name, string members, params string[] options) =>
        CommandRun.OfAsync(
        [
            "explain", "websocket", HandshakeCall.Event(name), "--config", SomeConfiguration.Write(_folder, members), .. options,
        ]);
}
