using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>Pages connect in a browser, which sends their origin and their cookies, and no header of their own.</summary>
public sealed class BrowserTests(BrowserFixture fixture, PublishedBinaries binaries, NodePackages packages)
    : IClassFixture<BrowserFixture>, IDisposable
{
    /// <summary>All that a page learns of a refusal (RFC 6455 section 7.1.5).</summary>
    private const string Refused = "closed 1006";

    private readonly DevelopmentKey _key = new();

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task A_page_connects_with_a_ticket_once_and_no_other_page_does()
    {
        Browser browser = await fixture.BrowserAsync();
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await StartAsync(table, browser);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        var address = new Uri($"{gateway.Address}?ticket={await IssueAsync(table, browser)}");

        Assert.Equal(Refused, await browser.ConverseAsync(browser.OtherPage, address));
        Assert.Equal("hello", await browser.ConverseAsync(browser.Page, address));
        Assert.Equal(Refused, await browser.ConverseAsync(browser.Page, address));

        Assert.Equal(["origin_not_allowed", null, "ticket_not_found"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task A_page_connects_with_a_token_beside_its_subprotocol_and_no_other_page_does()
    {
        Browser browser = await fixture.BrowserAsync();
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await StartAsync(table, browser);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        string[] offered = ["orders.v1", $"bearer.{_key.TokenFor("alice")}"];

        Assert.Equal("hello by orders.v1", await browser.ConverseAsync(browser.Page, gateway.Address, offered));
        Assert.Equal(Refused, await browser.ConverseAsync(browser.OtherPage, gateway.Address, offered));

        Assert.Equal([null, "origin_not_allowed"], (await function.StopAsync()).Codes);
    }

    /// <summary>It is let in, but a browser that offers subprotocols wants one of them in the answer.</summary>
    [Fact]
    public async Task A_page_that_offers_its_token_alone_gives_up()
    {
        Browser browser = await fixture.BrowserAsync();
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        await using RunningFunction function = await StartAsync(table, browser);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);

        Assert.Equal(
            Refused, await browser.ConverseAsync(browser.Page, gateway.Address, [$"bearer.{_key.TokenFor("alice")}"]));

        Assert.Equal([null], (await function.StopAsync()).Codes);
    }

    /// <summary>Cookies know hosts and no ports, so that the browser sends the one page's with the other's handshake.</summary>
    [Fact]
    public async Task A_cookie_connects_the_page_that_is_listed_though_the_browser_sends_it_for_another_too()
    {
        Browser browser = await fixture.BrowserAsync();
        await using TicketsTable table = await TicketsTable.CreateAsync(packages);
        JsonObject configuration = Configuration(table, browser);
        configuration["bearer"] = new JsonObject { ["sources"] = new JsonArray("cookie.session") };
        await using RunningFunction function = await table.StartAsync(binaries, configuration);
        await using WebSocketGateway gateway = await WebSocketGateway.StartAsync(function);
        string cookie = $"session={_key.TokenFor("alice")}";

        Assert.Equal("hello", await browser.ConverseAsync(browser.Page, gateway.Address, cookie: cookie));
        Assert.Equal(Refused, await browser.ConverseAsync(browser.OtherPage, gateway.Address, cookie: cookie));

        Assert.Equal([null, "origin_not_allowed"], (await function.StopAsync()).Codes);
        Assert.All(gateway.Handshakes, handshake => Assert.Contains(new("Cookie", cookie), handshake.Headers));
    }

    private Task<RunningFunction> StartAsync(TicketsTable table, Browser browser) =>
        table.StartAsync(binaries, Configuration(table, browser));

    private static Task<string> IssueAsync(TicketsTable table, Browser browser) =>
        table.IssueAsync(request => request with { Origin = browser.Page });

    private static JsonObject Configuration(TicketsTable table, Browser browser)
    {
        JsonObject configuration = table.Configuration();
        configuration["webSocket"] = new JsonObject { ["origins"] = new JsonArray(browser.Page) };
        return configuration;
    }
}
