using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>The sample that ends a connection with its session, at the first message after it.</summary>
public sealed class CloseAtExpiryTests(PublishedBinaries binaries, NodePackages packages)
{
    private const string Module = "samples/close-at-expiry/index.mjs";
    private const string Done = """{"statusCode":200}""";

    [Fact]
    public async Task Messages_are_echoed_while_the_session_lasts_and_the_connection_is_closed_after_it()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        await using NodeHandler handler = await NodeHandler.StartAsync(packages, Module, gateway);
        bool isOver = false;
        gateway.Handler = message =>
        {
            JsonNode authorizer = message["requestContext"]!["authorizer"]!;
            authorizer["exp"] = isOver ? "1000000000" : (string?)authorizer["exp"];
            return AskAsync(handler, message);
        };
        using SocketClient client = await ConnectAsync(gateway, await table.WriteAsync(record => record with { Origin = null }));

        Assert.Equal("hello", await client.AskAsync("hello"));
        Assert.Equal("still there", await client.AskAsync("still there"));
        isOver = true;
        Assert.Null(await client.AskAsync("hello"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("0x7fffffff")]
    [InlineData(null)]
    public async Task A_session_of_which_nobody_knows_the_end_is_over(string? exp)
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        await using NodeHandler handler = await NodeHandler.StartAsync(packages, Module, gateway);
        gateway.Handler = message =>
        {
            message["requestContext"]!["authorizer"]!["exp"] = exp;
            return AskAsync(handler, message);
        };
        using SocketClient client = await ConnectAsync(gateway, await table.WriteAsync(record => record with { Origin = null }));

        Assert.Null(await client.AskAsync("hello"));
    }

    [Fact]
    public async Task Whom_no_authorizer_vouched_for_is_an_error_and_whoever_has_gone_is_none()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        await using NodeHandler handler = await NodeHandler.StartAsync(packages, Module, gateway);
        JsonObject gone = new Handshake().ToIntegrationEvent(new JsonObject { ["exp"] = "4102444800" });
        JsonObject bare = new Handshake().ToAuthorizerEvent();

        Assert.Equal(Done, await handler.InvokeAsync(gone));
        Assert.Contains("No authorizer has vouched", await handler.InvokeAsync(bare), StringComparison.Ordinal);
    }

    /// <summary>It answers by itself, through the gateway's connections.</summary>
    private static async Task<string?> AskAsync(NodeHandler handler, JsonObject message)
    {
        Assert.Equal(Done, await handler.InvokeAsync(message));
        return null;
    }

    private static async Task<SocketClient> ConnectAsync(WebSocketGateway gateway, string ticket)
    {
        SocketClient client = await SocketClient.ConnectAsync(new Uri($"{gateway.Address}?ticket={ticket}"));
        Assert.Equal(101, client.Status);
        return client;
    }
}
