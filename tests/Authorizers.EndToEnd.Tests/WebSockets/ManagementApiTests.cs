using System.Net;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>The gateway's own part that backends rely on.</summary>
public sealed class ManagementApiTests(PublishedBinaries binaries, NodePackages packages)
{
    [Fact]
    public async Task A_connection_can_be_written_to_looked_at_and_closed_until_it_is_gone()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        using SocketClient client = await SocketClient.ConnectAsync(
            new Uri($"{gateway.Address}?ticket={await table.IssueAsync(request => request with { Origin = null })}"));
        using var backend = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        string id = Uri.EscapeDataString(Assert.Single(gateway.Handshakes).ConnectionId);
        var connection = new Uri($"{gateway.ManagementAddress}/@connections/{id}");
        using var news = new StringContent("news");

        Assert.Equal(HttpStatusCode.OK, (await backend.PostAsync(connection, news)).StatusCode);
        Assert.Equal("news", await client.ReceiveAsync());
        Assert.Contains("\"sourceIp\":\"127.0.0.1\"", await backend.GetStringAsync(connection), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await backend.DeleteAsync(connection)).StatusCode);
        Assert.Null(await client.ReceiveAsync());

        Assert.Equal(HttpStatusCode.Gone, (await backend.PostAsync(connection, news)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await backend.GetAsync(connection)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await backend.DeleteAsync(connection)).StatusCode);
    }
}
