using Authorizers.EndToEnd.Tests.ApiKeys;
using Authorizers.EndToEnd.Tests.WebSockets;

namespace Authorizers.EndToEnd.Tests.Tickets;

/// <summary>The whole life of a ticket by the command line, and all that was written on the way.</summary>
[Collection(nameof(KeysCollection))]
public sealed class TicketSecrecyTests(KeysFixture fixture)
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task A_ticket_stands_nowhere_but_where_it_was_printed()
    {
        IssuersTable table = await IssuersTable.CreateAsync(fixture, _clock);
        using var configuration = new TemporaryFile(table.Configuration);
        KeysRun issued = (await table.RunAsync(
            "issue", "--principal", "alice", "--origin", ConnectCall.Page, "--scopes", "orders:read")).Succeeded();
        string ticket = Assert.Single(issued.Lines);
        using var handshake = new TemporaryFile(ConnectCall.WithTicket(ticket));
        string[] call = ["websocket", handshake.Path, "--config", configuration.Path];

        List<string> written = [issued.Talk, await table.AllTextAsync()];
        string[][] verbs =
        [
            ["explain", .. call], ["explain", .. call, "--json"], ["invoke", .. call],
            ["ticket", "issue", "--principal", ticket],
        ];
        foreach (string[] verb in verbs)
        {
            KeysRun run = await KeysRun.OfAsync(_clock, verb);
            written.Add(run.Data + run.Talk);
        }

        Assert.All(written, text => Assert.NotEmpty(text));
        Assert.All(written, text => Assert.DoesNotContain(ticket[..12], text));
        Assert.All(written, text => Assert.DoesNotContain(ticket[^12..], text));
    }
}
