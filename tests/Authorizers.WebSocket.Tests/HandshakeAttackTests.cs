using System.Text;
using System.Text.Json;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.WebSockets.Tests;

/// <summary>The attacks on handshakes that docs/security.md lists, by the pairs that try them.</summary>
public sealed class HandshakeAttackTests
{
    [Theory]
    [InlineData("cookie-other-origin")]
    [InlineData("cookie-without-origin")]
    public Task A_page_of_another_site_does_not_connect_by_its_users_cookie(string pair) =>
        AssertRefusedAsync(pair, "origin_not_allowed");

    [Fact]
    public void A_cookie_without_a_list_of_pages_is_not_taken()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """
                {
                  "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["orders-api"] }],
                  "bearer": { "sources": ["cookie.session"] },
                  "routes": [{ "route": "$connect" }]
                }
                """);

            ConfigurationException refusal = Assert.Throws<ConfigurationException>(() => new LocalFunction(file));

            Assert.StartsWith("$.bearer.sources[0]: needs webSocket.origins", Assert.Single(refusal.Problems), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("origin-as-user")]
    [InlineData("origin-in-capitals")]
    [InlineData("origin-longer-host")]
    [InlineData("origin-other-port")]
    [InlineData("origin-other-scheme")]
    [InlineData("origin-own-port")]
    [InlineData("origin-with-slash")]
    public Task An_origin_that_looks_like_a_listed_one_is_another(string pair) => AssertRefusedAsync(pair, "origin_not_allowed");

    [Theory]
    [InlineData("origin-null")]
    [InlineData("origin-empty")]
    [InlineData("origin-twice")]
    [InlineData("origin-same-twice")]
    [InlineData("origin-two-in-one")]
    [InlineData("subprotocol-without-origin")]
    [InlineData("header-origin-required")]
    public Task A_page_that_does_not_say_where_it_comes_from_does_not_connect(string pair) =>
        AssertRefusedAsync(pair, "origin_not_allowed");

    [Theory]
    [InlineData("ticket-allowed", null)]
    [InlineData("ticket-other-origin", "ticket_origin")]
    [InlineData("ticket-without-its-origin", "ticket_origin")]
    [InlineData("ticket-of-no-page-from-a-page", "ticket_origin")]
    [InlineData("ticket-other-address", "ticket_address")]
    [InlineData("ticket-expired", "ticket_expired")]
    [InlineData("ticket-not-granted", "not_granted")]
    public async Task A_ticket_is_used_up_by_whoever_presents_it(string pair, string? code)
    {
        using var function = new LocalFunction(The.Configuration);

        Assert.Equal(code, await CodeAsync(function, pair));
        Assert.Equal("ticket_not_found", await CodeAsync(function, pair));
    }

    [Fact]
    public async Task Of_all_who_present_a_ticket_at_the_same_moment_one_connects()
    {
        string record = File.ReadLines(Path.Combine(The.Events, "keys", "development.tickets.jsonl")).First();
        string id = JsonElement.Parse(record).GetProperty("id").GetString()!;
        TicketFile tickets = TicketFile.Read([record], (_, problem) => Assert.Fail(problem));

        TicketRecord?[] taken = new TicketRecord?[64];
        await Parallel.ForAsync(
            0, taken.Length, async (at, cancel) => taken[at] = await tickets.TakeAsync(id, cancel));

        Assert.Single(taken, one => one is not null);
    }

    [Fact]
    public async Task A_ticket_from_a_page_that_may_not_connect_is_not_touched()
    {
        using var function = new LocalFunction(The.Configuration);

        Assert.Equal("origin_not_allowed", await CodeAsync(function, "ticket-origin-not-allowed"));
        Assert.Null(await CodeAsync(function, "ticket-allowed"));
    }

    [Theory]
    [InlineData("ticket-unknown", "ticket_not_found")]
    [InlineData("ticket-malformed", "credential_malformed")]
    [InlineData("ticket-empty", "credential_missing")]
    public Task A_guessed_ticket_is_none(string pair, string code) => AssertRefusedAsync(pair, code);

    [Fact]
    public async Task What_is_stored_of_a_ticket_is_no_ticket()
    {
        const string Pair = "ticket-allowed";
        string request = Encoding.UTF8.GetString(new EventPair(Pair).Event);
        string text = JsonElement.Parse(request).GetProperty("queryStringParameters").GetProperty("ticket").GetString()!;
        Assert.True(ConnectTicket.TryRead(Encoding.ASCII.GetBytes(text), out ConnectTicket? ticket, out _));
        using var function = new LocalFunction(The.Configuration);

        Answer answer = await function.InvokeAsync(
            Encoding.UTF8.GetBytes(request.Replace(text, ticket.Id, StringComparison.Ordinal)));

        Assert.Equal("credential_malformed", answer.Record().Code);
    }

    [Fact]
    public Task A_token_in_the_address_is_not_looked_for() => AssertRefusedAsync("query-off", "credential_missing");

    [Theory]
    [InlineData("two-credentials")]
    [InlineData("two-credentials-one-bad")]
    [InlineData("ticket-twice")]
    [InlineData("cookie-twice")]
    [InlineData("subprotocol-two-tokens")]
    public Task Two_credentials_of_a_handshake_are_none(string pair) => AssertRefusedAsync(pair, "credential_repeated");

    [Theory]
    [InlineData("subprotocol-alone", null)]
    [InlineData("subprotocol-before-application", "orders.v1")]
    [InlineData("subprotocol-in-capitals", "orders.v1")]
    [InlineData("subprotocol-other-name", "orders.v1")]
    [InlineData("ticket-in-subprotocol", "orders.v1")]
    public async Task No_credential_is_the_subprotocol_to_answer_with(string pair, string? expected)
    {
        JsonElement context = (await new EventPair(pair).InvokeAsync()).Json().GetProperty("context");

        Assert.Equal(expected, context.TryGetProperty("subprotocol", out JsonElement subprotocol) ? subprotocol.GetString() : null);
    }

    [Theory]
    [InlineData("header-allowed")]
    [InlineData("subprotocol-alone")]
    [InlineData("cookie-allowed")]
    public async Task The_backend_is_told_when_the_token_ends(string pair)
    {
        Answer answer = await new EventPair(pair).InvokeAsync();

        Assert.Equal(4102444800, answer.Json().GetProperty("context").GetProperty("exp").GetInt64());
    }

    [Theory]
    [InlineData("route-disconnect", "route_not_connect")]
    [InlineData("route-message", "route_not_connect")]
    [InlineData("route-of-method-arn", "route_not_connect")]
    [InlineData("route-with-slash", "route_not_connect")]
    [InlineData("route-rest", "route_not_connect")]
    [InlineData("route-http1", "route_not_connect")]
    [InlineData("type-token", "event_invalid")]
    public Task Nothing_but_a_handshake_is_allowed(string pair, string code) => AssertRefusedAsync(pair, code);

    [Theory]
    [InlineData("header-context-too-large", "context_too_large")]
    [InlineData("ticket-context-too-large", "context_too_large")]
    [InlineData("ticket-response-too-large", "policy_too_large")]
    public Task An_answer_that_the_gateway_would_not_take_is_a_refusal(string pair, string code) => AssertRefusedAsync(pair, code);

    private static async Task AssertRefusedAsync(string pair, string code)
    {
        DecisionLine record = (await new EventPair(pair).InvokeAsync()).Record();

        Assert.Equal(code, record.Code);
        Assert.NotEqual("allowed", record.Outcome);
    }

    /// <summary>Of the function's latest record.</summary>
    private static async Task<string?> CodeAsync(LocalFunction function, string pair)
    {
        Answer answer = await function.InvokeAsync(new EventPair(pair).Event);
        return DecisionLine.Parse(answer.Records.TrimEnd('\n').Split('\n')[^1]).Code;
    }
}
