using Amazon.DynamoDBv2.Model;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>
/// The table fails while somebody connects. Nobody knows then whether the ticket was good, so that nobody is let in, and nobody
/// is told that it was bad.
/// </summary>
public sealed class TicketOutageTests(PublishedBinaries binaries, NodePackages packages)
{
    private const string Allowed = "alice allowed";

    /// <summary>One attribute of a record, and what stands there instead; null for nothing.</summary>
    private static readonly Dictionary<string, (string Attribute, AttributeValue? Value)> Breakages = new()
    {
        ["no end"] = ("exp", null),
        ["an end in words"] = ("exp", new AttributeValue { S = "4102444800" }),
        ["a session without end"] = ("sessionExp", null),
        ["nobody"] = ("principal", null),
        ["an empty name"] = ("principal", new AttributeValue { S = "" }),
        ["an origin with a slash"] = ("origin", new AttributeValue { S = "https://app.example/" }),
        ["a range of addresses"] = ("address", new AttributeValue { S = "203.0.113.0/24" }),
        ["a list of scopes"] = ("scopes", new AttributeValue { L = [new AttributeValue { S = "orders:read" }] }),
        ["a later version"] = ("version", new AttributeValue { N = "2" }),
        ["an attribute too many"] = ("addressFamily", new AttributeValue { S = "4" }),
    };

    public static TheoryData<string> BrokenRecords => [.. Breakages.Keys];

    [Fact]
    public async Task While_the_table_is_gone_attempts_are_outages_and_afterwards_the_ticket_is_good()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        string[] tickets = [await table.IssueAsync(), await table.IssueAsync()];
        Assert.Equal(Allowed, await AskAsync(function, tickets[0]));

        await table.Emulator.CloseAsync();
        Assert.Equal("Outage", await AskAsync(function, tickets[0]));
        Assert.Equal("Outage", await AskAsync(function, tickets[1]));

        await table.Emulator.OpenAsync();
        Assert.Equal(Allowed, await AskAsync(function, tickets[1]));
        Assert.Equal([null, "table_unreachable", "table_unreachable", null], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_table_that_is_gone_at_start_is_an_outage_until_it_is_there()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        string ticket = await table.IssueAsync();
        await table.Emulator.CloseAsync();
        await using RunningFunction function = await table.StartAsync(binaries);
        Assert.Equal("Outage", await AskAsync(function, ticket));

        await table.Emulator.OpenAsync();

        Assert.Equal(Allowed, await AskAsync(function, ticket));
        WrittenText written = await function.StopAsync();
        Assert.Equal(["table_unreachable", null], written.Codes);
        Assert.StartsWith("table_unreachable: The table tickets (", written.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_dawdles_is_an_outage_within_the_functions_patience()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await function.InvokeAsync(ConnectCall.WithNothing());
        string ticket = await table.IssueAsync();
        await table.Emulator.DawdleAsync();
        Assert.Equal("Outage", await AskAsync(function, ticket));

        await table.Emulator.HurryAsync();

        Assert.Equal(Allowed, await AskAsync(function, await table.IssueAsync()));
        Assert.Equal(["credential_missing", "table_unreachable", null], (await function.StopAsync()).Codes);
    }

    [Theory]
    [InlineData("AnswerLost")]
    [InlineData("AnswerLost", "AnswerLost")]
    [InlineData("AnswerLost", "AnswerLost", "AnswerLost")]
    [InlineData("AnswerLost", "RequestLost")]
    [InlineData("RequestLost", "AnswerLost")]
    [InlineData("AnswerCut")]
    [InlineData("AnswerCut", "AnswerCut", "AnswerCut")]
    [InlineData("AnswerLost", "Refused")]
    public async Task A_ticket_that_was_taken_and_not_handed_over_is_an_outage_and_used_up(params string[] interferences)
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        string ticket = await table.IssueAsync();

        (string during, string after, WrittenText written) = await AskTwiceAsync(table, ticket, interferences);

        Assert.Equal(("Outage", "Unauthorized"), (during, after));
        Assert.Equal(["credential_missing", "table_unreachable", "ticket_not_found"], written.Codes);
        Assert.DoesNotContain("alice", written.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RequestLost", "RequestLost", "RequestLost")]
    [InlineData("Refused")]
    [InlineData("RequestLost", "Refused")]
    public async Task A_ticket_that_was_not_taken_is_good_after_the_outage(params string[] interferences)
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        string ticket = await table.IssueAsync();

        (string during, string after, WrittenText written) = await AskTwiceAsync(table, ticket, interferences);

        Assert.Equal(("Outage", Allowed), (during, after));
        Assert.Equal(["credential_missing", "table_unreachable", null], written.Codes);
    }

    [Theory]
    [InlineData("RequestLost")]
    [InlineData("RequestLost", "RequestLost")]
    public async Task A_request_that_the_table_did_not_hear_is_repeated(params string[] interferences)
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        string ticket = await table.IssueAsync();

        (string during, string after, _) = await AskTwiceAsync(table, ticket, interferences);

        Assert.Equal((Allowed, "Unauthorized"), (during, after));
    }

    [Theory]
    [MemberData(nameof(BrokenRecords))]
    public async Task A_record_that_cannot_be_used_is_an_outage(string breakage)
    {
        (string attribute, AttributeValue? value) = Breakages[breakage];
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);

        Assert.Equal("Outage", await AskAsync(function, await table.WriteBrokenAsync(attribute, value)));

        WrittenText written = await function.StopAsync();
        Assert.Equal(["record_invalid"], written.Codes);
        Assert.DoesNotContain("alice", written.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Once with the first requests interfered with, and once without; opening the connection was not.</summary>
    private async Task<(string During, string After, WrittenText Written)> AskTwiceAsync(
        TicketsTable table, string ticket, string[] interferences)
    {
        Queue<Interference> waiting = new();
        await using Interloper wire = await Interloper.StartAsync(
            table.Emulator.Address,
            (_, _) => Task.FromResult(waiting.TryDequeue(out Interference next) ? next : Interference.None));
        await using RunningFunction function = await table.StartAsync(binaries, table.Configuration(wire.Address));
        await function.InvokeAsync(ConnectCall.WithNothing());
        Array.ForEach(interferences, interference => waiting.Enqueue(Enum.Parse<Interference>(interference)));

        string during = await AskAsync(function, ticket);
        waiting.Clear();
        string after = await AskAsync(function, ticket);
        return (during, after, await function.StopAsync());
    }

    private static async Task<string> AskAsync(RunningFunction function, string ticket) =>
        Verdict.Of(await function.InvokeAsync(ConnectCall.WithTicket(ticket)));
}
