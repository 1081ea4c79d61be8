using System.Text.Json;
using Authorizers.Core.Verification.Tickets;
using Authorizers.EndToEnd.Tests.ApiKeys;
using Authorizers.EndToEnd.Tests.WebSockets;

namespace Authorizers.EndToEnd.Tests.Tickets;

[Collection(nameof(KeysCollection))]
public sealed class TicketIssueTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task An_issued_ticket_is_alone_on_standard_output_and_can_be_taken_once()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);

        KeysRun run = (await table.RunAsync("issue", "--principal", "alice", "--origin", ConnectCall.Page)).Succeeded();

        string ticket = Assert.Single(run.Lines);
        Assert.Equal(
            """
            Ticket of alice for pages of https://app.example, good until 2026-11-20T12:00:30Z (in 30 seconds).
            It opens one connection. This is the only time that the ticket is shown.

            """,
            run.Talk);
        TicketRecord record = Assert.IsType<TicketRecord>(await table.TakeAsync(ticket));
        Assert.Equal(("alice", ConnectCall.Page, null), (record.Principal, record.Origin, record.Address));
        Assert.Equal(
            (_clock.Now, _clock.Now.AddSeconds(30), _clock.Now.AddHours(2)),
            (record.Created, record.Expires, record.SessionExpires));
        Assert.Null(await table.TakeAsync(ticket));
    }

    [Fact]
    public async Task All_that_is_asked_for_stands_in_the_record()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);

        KeysRun run = (await table.RunAsync(
            "issue", "--principal", "reporter", "--scopes", "b,a", "--groups", "g", "--context", "tenant=blue",
            "--context", "note=a=b", "--address", "2001:db8::1", "--session", "45m", "--lifetime", "5m")).Succeeded();

        TicketRecord record = Assert.IsType<TicketRecord>(await table.TakeAsync(Assert.Single(run.Lines)));
        Assert.Equal(("reporter", null, "2001:db8::1"), (record.Principal, record.Origin, record.Address));
        Assert.Equal((_clock.Now.AddMinutes(5), _clock.Now.AddMinutes(45)), (record.Expires, record.SessionExpires));
        Assert.Equal(["a", "b"], record.Scopes.Order());
        Assert.Equal(["g"], record.Groups);
        Assert.Equal(
            new Dictionary<string, object> { ["tenant"] = "blue", ["note"] = "a=b" }, record.Context.ToDictionary());
        Assert.Contains("for a client that is no browser at 2001:db8::1, good until", run.Talk);
        Assert.Contains("which should end at 2026-11-20T12:45:00Z (in 45 minutes)", run.Talk);
    }

    [Fact]
    public async Task A_program_gets_the_ticket_and_its_end_as_json()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);

        KeysRun run = (await table.RunAsync("issue", "--principal", "alice", "--json")).Succeeded();

        JsonElement issued = JsonElement.Parse(Assert.Single(run.Lines));
        Assert.Equal(["ticket", "expires"], issued.EnumerateObject().Select(member => member.Name));
        Assert.Equal(_clock.Now.AddSeconds(30).ToUnixTimeSeconds(), issued.GetProperty("expires").GetInt64());
        Assert.NotNull(await table.TakeAsync(issued.GetProperty("ticket").GetString()!));
    }

    [Fact]
    public async Task A_configuration_gives_the_table_and_keeps_useless_tickets_out_of_it()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);
        using var file = new TemporaryFile(table.Configuration);
        string[] issue = ["ticket", "issue", "--principal", "alice", "--config", file.Path, "--origin"];

        KeysRun refused = await KeysRun.OfAsync(_clock, [.. issue, "https://elsewhere.example"]);
        string before = await table.AllTextAsync();
        KeysRun issued = (await KeysRun.OfAsync(_clock, [.. issue, ConnectCall.Page])).Succeeded();

        Assert.Equal((2, "", ""), (refused.ExitCode, refused.Data, before));
        Assert.StartsWith("--origin is none of webSocket.origins", refused.Talk, StringComparison.Ordinal);
        Assert.NotNull(await table.TakeAsync(Assert.Single(issued.Lines)));
    }

    [Theory]
    [InlineData("--lifetime", "6m")]
    [InlineData("--origin", "https://app.example/")]
    [InlineData("--session", "0s")]
    [InlineData("--address", "here")]
    public async Task What_is_refused_is_not_written(string option, string value)
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);

        KeysRun run = await table.RunAsync("issue", "--principal", "alice", option, value);

        Assert.Equal((2, ""), (run.ExitCode, run.Data));
        Assert.StartsWith(option, run.Talk, StringComparison.Ordinal);
        Assert.Equal("", await table.AllTextAsync());
    }

    [Fact]
    public async Task A_table_is_created_once_and_tickets_can_be_issued_from_it()
    {
        var table = new IssuersTable(fixture.Unmade(_clock), fixture.Emulator, _clock);
        (await table.RunAsync("issue", "--principal", "alice")).FailedWith("is not there: check its name and region");

        KeysRun created = (await table.RunAsync("create-table")).Succeeded();

        Assert.Contains("this DynamoDB has no TTL", created.Talk);
        (await table.RunAsync("create-table")).FailedWith("already. Nothing was changed.");
        Assert.NotNull(await table.TakeAsync(await table.IssueAsync()));
    }
}
