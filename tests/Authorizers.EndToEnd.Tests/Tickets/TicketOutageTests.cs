using Authorizers.Cli;
using Authorizers.EndToEnd.Tests.ApiKeys;

namespace Authorizers.EndToEnd.Tests.Tickets;

[Collection(nameof(KeysCollection))]
public sealed class TicketOutageTests(KeysFixture fixture)
{
    private const string NotIssued = "No ticket is issued. If there is a record of one all the same, nobody has the ticket.\n";

    private readonly SetClock _clock = new();

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_repeated_and_issues_one_ticket()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);
        await using Interloper wire = await table.InterfereAsync(Interference.AnswerLost);

        KeysRun run = (await table.RunAtAsync(wire.Address, "issue", "--principal", "alice")).Succeeded();

        Assert.Equal(2, wire.Count("PutItem"));
        Assert.NotNull(await table.TakeAsync(Assert.Single(run.Lines)));
        Assert.Equal("", await table.AllTextAsync());
    }

    [Fact]
    public async Task A_ticket_whose_record_may_not_be_written_is_not_shown()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);
        await using Interloper wire = await table.InterfereAsync(Interference.Refused);

        KeysRun run = await table.RunAtAsync(wire.Address, "issue", "--principal", "alice");

        run.FailedWith($"{NotIssued}The table {table.Name} ({wire.Address}/) answered AccessDeniedException.\n");
        Assert.DoesNotContain("wst_", run.Talk);
        Assert.Equal("", await table.AllTextAsync());
    }

    [Fact]
    public async Task A_table_out_of_reach_is_one_line_that_names_it()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);

        KeysRun run = await table.RunAtAsync("http://127.0.0.1:1", "issue", "--principal", "alice", "--json");

        run.FailedWith($"{NotIssued}The table {table.Name} (http://127.0.0.1:1/) could not be asked: ");
        Assert.DoesNotContain("wst_", run.Talk);
    }

    [Fact]
    public async Task A_ticket_that_cannot_be_printed_is_said_to_be_nobodys()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);
        using var full = new FullDisk();
        using var talk = new MemoryStream();
        string[] place = ["--table", table.Name, "--region", DynamoDbEmulator.Region, "--endpoint-url", fixture.Emulator.Address];

        int exitCode = await AuthorizersCommand.RunAsync(
            ["ticket", "issue", "--principal", "alice", .. place], new Terminal(full, talk), _clock);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "The ticket was issued and could not be printed. Nobody has it, and it ends by itself.\n",
            System.Text.Encoding.UTF8.GetString(talk.ToArray()));
    }
}
