namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>The binary and a real table: tickets that a backend issues are used up by whoever presents them.</summary>
public sealed class TicketTests(PublishedBinaries binaries, NodePackages packages)
{
    [Fact]
    public async Task A_ticket_connects_once()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        string ticket = await table.IssueAsync();

        Assert.Equal("alice allowed", await AskAsync(function, ConnectCall.WithTicket(ticket)));
        Assert.Equal("Unauthorized", await AskAsync(function, ConnectCall.WithTicket(ticket)));

        Assert.Equal([null, "ticket_not_found"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_ticket_of_no_page_connects_a_client_without_one()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        string ticket = await table.IssueAsync(request => request with { Origin = null, Address = "203.0.113.9" });

        Assert.Equal("alice allowed", await AskAsync(function, ConnectCall.WithTicket(ticket, origin: null)));
    }

    [Fact]
    public async Task A_ticket_that_is_refused_is_used_up()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        string late = await table.WriteAsync(record => record with { Expires = DateTimeOffset.UnixEpoch.AddYears(31) });
        string astray = await table.IssueAsync();
        string atHome = await table.IssueAsync(request => request with { Address = "203.0.113.10" });
        string weak = await table.IssueAsync(request => request with { Scopes = [] });

        Assert.Equal("Unauthorized", await AskAsync(function, ConnectCall.WithTicket(late)));
        Assert.Equal("alice denied", await AskAsync(function, ConnectCall.WithTicket(astray, ConnectCall.OtherPage)));
        Assert.Equal("alice denied", await AskAsync(function, ConnectCall.WithTicket(atHome)));
        Assert.Equal("alice denied", await AskAsync(function, ConnectCall.WithTicket(weak)));
        foreach (string ticket in new[] { late, astray, atHome, weak })
        {
            Assert.False(await table.HasAsync(ticket));
        }

        Assert.Equal("Unauthorized", await AskAsync(function, ConnectCall.WithTicket(astray)));
        Assert.Equal("Unauthorized", await AskAsync(function, ConnectCall.WithTicket(atHome, address: "203.0.113.10")));
        Assert.Equal(
            ["ticket_expired", "ticket_origin", "ticket_address", "not_granted", "ticket_not_found", "ticket_not_found"],
            (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_page_that_may_not_connect_uses_up_no_ticket()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        string ticket = await table.IssueAsync();

        Assert.Equal("anonymous denied", await AskAsync(function, ConnectCall.WithTicket(ticket, "https://evil.example")));
        Assert.Equal("alice allowed", await AskAsync(function, ConnectCall.WithTicket(ticket)));

        Assert.Equal(["origin_not_allowed", null], (await function.StopAsync()).Codes);
    }

    private static async Task<string> AskAsync(RunningFunction function, string json) =>
        Verdict.Of(await function.InvokeAsync(json));
}
