using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Authorizers.Integration;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>Clients connect through a gateway that asks the binary.</summary>
public sealed class HandshakeTests(PublishedBinaries binaries, NodePackages packages) : IDisposable
{
    private readonly DevelopmentKey _key = new();

    public static TheoryData<string, string> Spoilt => new()
    {
        { "ticket_not_found", "wst_00000000000000000000000000000000" },
        { "credential_malformed", "wst_0" },
        { "credential_missing", "" },
    };

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_page_talks_to_the_backend_by_a_ticket_that_connects_once()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        Uri address = With(gateway, await table.IssueAsync());

        using SocketClient first = await SocketClient.ConnectAsync(address, FromPage);
        using SocketClient second = await SocketClient.ConnectAsync(address, FromPage);

        Assert.Equal((101, 401), (first.Status, second.Status));
        Assert.Null(first.Subprotocol);
        Assert.Equal("hello", await first.AskAsync("hello"));
        Assert.Equal("again", await first.AskAsync("again"));
    }

    [Theory]
    [InlineData("orders.v1", "bearer.{0}", "orders.v1")]
    [InlineData("bearer.{0}", "orders.v1", "orders.v1")]
    [InlineData("bearer.{0}", "orders.v2", "orders.v2")]
    public async Task The_answer_names_the_applications_subprotocol_and_not_the_token(string first, string second, string named)
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);

        using SocketClient client = await SocketClient.ConnectAsync(gateway.Address, options =>
        {
            FromPage(options);
            options.AddSubProtocol(WithToken(first));
            options.AddSubProtocol(WithToken(second));
        });

        Assert.Equal((101, named), (client.Status, client.Subprotocol));
        Assert.Equal("hello", await client.AskAsync("hello"));
    }

    [Fact]
    public async Task A_token_that_is_offered_alone_is_not_echoed()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);

        using SocketClient client = await SocketClient.ConnectAsync(gateway.Address, options =>
        {
            FromPage(options);
            options.AddSubProtocol(WithToken("bearer.{0}"));
        });

        Assert.Equal(101, client.Status);
        Assert.Null(client.Subprotocol);
    }

    [Fact]
    public async Task A_client_without_a_page_connects_with_a_token_in_a_header()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);

        using SocketClient client = await SocketClient.ConnectAsync(
            gateway.Address, options => options.SetRequestHeader("Authorization", WithToken("Bearer {0}")));

        Assert.Equal(101, client.Status);
        Assert.Equal("hello", await client.AskAsync("hello"));
    }

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_bad_ticket_is_refused_with_401(string code, string ticket)
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);

        using SocketClient client = await SocketClient.ConnectAsync(With(gateway, ticket), FromPage);

        Assert.Equal(401, client.Status);
        Assert.Equal([code], (await function.StopAsync()).Codes);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://app.example.evil.example")]
    [InlineData("http://app.example")]
    [InlineData("null")]
    public async Task A_page_that_is_not_listed_is_refused_with_403_and_its_ticket_is_left(string page)
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        string ticket = await table.IssueAsync();

        using SocketClient client = await SocketClient.ConnectAsync(
            With(gateway, ticket), options => options.SetRequestHeader("Origin", page));

        Assert.Equal(403, client.Status);
        Assert.True(await table.HasAsync(ticket));
        Assert.Equal(["origin_not_allowed"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task An_outage_is_answered_with_500_and_open_connections_stay()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        Uri address = With(gateway, await table.IssueAsync());
        using SocketClient before = await SocketClient.ConnectAsync(With(gateway, await table.IssueAsync()), FromPage);

        await table.Emulator.CloseAsync();
        using SocketClient during = await SocketClient.ConnectAsync(address, FromPage);
        await table.Emulator.OpenAsync();
        using SocketClient after = await SocketClient.ConnectAsync(address, FromPage);

        Assert.Equal((101, 500, 101), (before.Status, during.Status, after.Status));
        Assert.Equal("still there", await before.AskAsync("still there"));
    }

    [Fact]
    public async Task Every_message_says_who_sends_it_and_until_when()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        gateway.Handler = message =>
        {
            var context = AuthorizerContext.From(Encoding.UTF8.GetBytes(message.ToJsonString()));
            Assert.True(context.TryGetInt64("exp", out long exp));
            Assert.True(context.TryGetString("connectionId", out string? id));
            Assert.True(context.TryGetString("tenant", out string? tenant));
            bool sameId = id == (string?)message["requestContext"]!["connectionId"];
            return Task.FromResult<string?>(string.Create(
                CultureInfo.InvariantCulture, $"{context.PrincipalId} of {tenant} until {exp}, same id: {sameId}"));
        };
        string ticket = await table.IssueAsync(request => request with
        {
            SessionExpires = DateTimeOffset.FromUnixTimeSeconds(4102444800),
        });

        using SocketClient client = await SocketClient.ConnectAsync(With(gateway, ticket), FromPage);

        Assert.Equal("alice of t-7 until 4102444800, same id: True", await client.AskAsync("who am I?"));
    }

    [Fact]
    public async Task Nothing_of_a_credential_is_in_what_the_function_writes()
    {
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        string[] tickets = [await table.IssueAsync(), await table.IssueAsync(), await table.WriteBrokenAsync("exp", null)];
        string token = WithToken("{0}");
        foreach (string ticket in (string[])[.. tickets, tickets[0], token])
        {
            (await SocketClient.ConnectAsync(With(gateway, ticket), FromPage)).Dispose();
            (await SocketClient.ConnectAsync(With(gateway, ticket))).Dispose();
        }

        foreach (string[] offered in new string[][] { [$"bearer.{token}", "orders.v1"], [$"ticket.{tickets[1]}"], [token] })
        {
            (await SocketClient.ConnectAsync(
                gateway.Address, options => Array.ForEach(offered, options.AddSubProtocol))).Dispose();
        }

        await table.Emulator.CloseAsync();
        (await SocketClient.ConnectAsync(With(gateway, tickets[1]), FromPage)).Dispose();

        WrittenText written = await function.StopAsync();
        Assert.Equal(14, written.Codes.Count);
        Assert.Contains(null, written.Codes);
        Assert.Contains("record_invalid", written.Codes);
        Assert.Contains("table_unreachable", written.Codes);
        string[] parts = [.. tickets.Select(ticket => ticket["wst_".Length..]), .. token.Split('.')];
        Assert.DoesNotContain(parts, part => written.ToString().Contains(part[..12], StringComparison.Ordinal));
        Assert.DoesNotContain("wst_", written.ToString(), StringComparison.Ordinal);
    }

    private static Uri With(WebSocketGateway gateway, string ticket) => new($"{gateway.Address}?ticket={ticket}");

    private static void FromPage(ClientWebSocketOptions options) => options.SetRequestHeader("Origin", ConnectCall.Page);

    private string WithToken(string format) => string.Format(CultureInfo.InvariantCulture, format, _key.TokenFor("alice"));
}
