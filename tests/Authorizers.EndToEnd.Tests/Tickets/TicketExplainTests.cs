using Authorizers.EndToEnd.Tests.ApiKeys;
using Authorizers.EndToEnd.Tests.WebSockets;

namespace Authorizers.EndToEnd.Tests.Tickets;

[Collection(nameof(KeysCollection))]
public sealed class TicketExplainTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task Explaining_a_handshake_says_that_it_takes_the_ticket_and_takes_it()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);
        using var configuration = new TemporaryFile(table.Configuration);
        using var handshake = new TemporaryFile(ConnectCall.WithTicket(
            await table.IssueAsync("--origin", ConnectCall.Page, "--scopes", "orders:read", "--session", "45m")));
        string[] explain = ["explain", "websocket", handshake.Path, "--config", configuration.Path];

        KeysRun first = (await KeysRun.OfAsync(_clock, explain)).Succeeded();
        KeysRun second = (await KeysRun.OfAsync(_clock, explain)).Succeeded();

        Assert.StartsWith(
            $"The ticket in the event is taken from the table {table.Name}, as the function does, and is used up.\n",
            first.Talk,
            StringComparison.Ordinal);
        Assert.Contains("  all hold  ticket used up\n", first.Data);
        Assert.Contains("the connection should end at 2026-11-20T12:45:00Z\n", first.Data);
        Assert.Matches("  ticket +ticket_not_found\n", second.Data);
        Assert.Equal("", await table.AllTextAsync());
    }
}
