using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Handshakes;

namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>
/// When a ticket is taken, and so used up: not before its handshake is known to be one that may bring it, and then always.
/// </summary>
public sealed class TakingTests : IDisposable
{
    private readonly HandshakeTrial _trial =
        new("""{ "ticket": { "table": "tickets", "sources": ["query.ticket", "header.X"] } }""");

    public void Dispose() => _trial.Dispose();

    [Fact]
    public async Task A_good_ticket_is_taken_once_and_lets_in_once()
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Origin = HandshakeTrial.Page });

        Assert.Equal("alice", await FromPageAsync(ticket));
        Assert.Equal("401 ticket_not_found", await FromPageAsync(ticket));
        Assert.Equal([ticket.Id, ticket.Id], _trial.Tickets.Asked);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://app.example/")]
    [InlineData("https://app.example:443")]
    [InlineData("https://APP.example")]
    [InlineData("http://app.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_page_that_may_not_connect_does_not_use_up_a_ticket(string origin)
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Origin = HandshakeTrial.Page });

        Assert.Equal(
            "403 origin_not_allowed",
            await _trial.VerdictAsync(("header.Origin", origin), ("query.ticket", ticket.Reveal())));
        await ExpectUnusedAsync(ticket);
    }

    [Theory]
    [InlineData(HandshakeTrial.Page, HandshakeTrial.Page)]
    [InlineData(HandshakeTrial.Page, "https://evil.example")]
    [InlineData("https://evil.example", HandshakeTrial.Page)]
    [InlineData(HandshakeTrial.Page, "")]
    public async Task Two_origins_are_not_one_that_may_connect(string first, string second)
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Origin = HandshakeTrial.Page });

        Assert.Equal(
            "403 origin_not_allowed",
            await _trial.VerdictAsync(("header.Origin", first), ("header.origin", second), ("query.ticket", ticket.Reveal())));
        await ExpectUnusedAsync(ticket);
    }

    [Theory]
    [InlineData("query.ticket", "{0}")]
    [InlineData("header.X", "{0}")]
    [InlineData("header.X", "wst_AbCdEfGhIjKlMnOpQrStUvWxYz012345")]
    [InlineData("header.Authorization", "Bearer a.b.c")]
    [InlineData("header.Sec-WebSocket-Protocol", "bearer.a.b.c")]
    public async Task Beside_another_credential_it_is_not_used_up(string place, string value)
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Origin = HandshakeTrial.Page });
        string second = value.Replace("{0}", ticket.Reveal(), StringComparison.Ordinal);

        Assert.Equal(
            "401 credential_repeated",
            await _trial.VerdictAsync(
                ("header.Origin", HandshakeTrial.Page), ("query.ticket", ticket.Reveal()), (place, second)));
        await ExpectUnusedAsync(ticket);
    }

    [Theory]
    [InlineData("$disconnect", EventFormat.WebSocket)]
    [InlineData("$default", EventFormat.WebSocket)]
    [InlineData("GET/$connect", EventFormat.WebSocket)]
    [InlineData("$connect/", EventFormat.WebSocket)]
    [InlineData("$connect/x", EventFormat.WebSocket)]
    [InlineData("$connect/$connect", EventFormat.WebSocket)]
    [InlineData("$connect//$connect", EventFormat.WebSocket)]
    [InlineData("x/$connect", EventFormat.WebSocket)]
    [InlineData("$CONNECT", EventFormat.WebSocket)]
    [InlineData("$connect", EventFormat.Rest)]
    [InlineData("$connect", EventFormat.HttpApi1)]
    [InlineData("$connect", EventFormat.HttpApi2)]
    [InlineData("$connect", EventFormat.Token)]
    [InlineData("$connect", EventFormat.None)]
    public async Task By_anything_but_a_handshake_it_is_not_used_up(string route, EventFormat format)
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Origin = HandshakeTrial.Page });
        var request = new AuthorizerRequest
        {
            Method = Some.Arn($"{The.StageArn}/{route}"),
            Format = format,
            Values = Some.Values(("header.Origin", HandshakeTrial.Page), ("query.ticket", ticket.Reveal())),
        };

        Assert.Equal("403 route_not_connect", await _trial.VerdictAsync(request));
        await ExpectUnusedAsync(ticket);
    }

    [Fact]
    public async Task What_does_not_look_like_a_ticket_is_not_looked_up()
    {
        Assert.Equal("401 credential_malformed", await _trial.VerdictAsync(("query.ticket", "wst_1")));
        Assert.Equal("401 credential_missing", await _trial.VerdictAsync(("query.ticket", "")));
        Assert.Empty(_trial.Tickets.Asked);
    }

    [Fact]
    public async Task Too_late_it_is_used_up_all_the_same()
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Origin = HandshakeTrial.Page, Expires = The.Moment });

        Assert.Equal("401 ticket_expired", await FromPageAsync(ticket));
        Assert.Equal("401 ticket_not_found", await FromPageAsync(ticket));
    }

    [Fact]
    public async Task From_a_wrong_page_that_may_connect_it_is_used_up_all_the_same()
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Origin = "https://admin.example" });

        Assert.Equal("403 ticket_origin", await FromPageAsync(ticket));
        Assert.Equal("401 ticket_not_found", await FromPageAsync(ticket));
    }

    [Fact]
    public async Task From_a_wrong_address_it_is_used_up_all_the_same()
    {
        ConnectTicket ticket = _trial.Tickets.Issue(
            record => record with { Origin = HandshakeTrial.Page, Address = "203.0.113.9" });

        Assert.Equal("403 ticket_address", await FromPageAsync(ticket, "203.0.113.10"));
        Assert.Equal("401 ticket_not_found", await FromPageAsync(ticket, "203.0.113.9"));
    }

    [Fact]
    public async Task From_two_addresses_at_once_it_is_from_none()
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Address = "203.0.113.9" });

        Assert.Equal(
            "403 ticket_address",
            await _trial.VerdictAsync(
                ("query.ticket", ticket.Reveal()),
                ("context.identity.sourceIp", "203.0.113.9"),
                ("context.identity.sourceIp", "203.0.113.10")));
    }

    [Fact]
    public async Task Without_rights_for_the_route_it_is_used_up_all_the_same()
    {
        using var trial = new HandshakeTrial("""{ "routes": [{ "route": "$connect", "scopes": ["orders:read"] }] }""");
        ConnectTicket ticket = trial.Tickets.Issue();

        Assert.Equal("403 not_granted", await trial.VerdictAsync(("query.ticket", ticket.Reveal())));
        Assert.Equal("401 ticket_not_found", await trial.VerdictAsync(("query.ticket", ticket.Reveal())));
    }

    [Fact]
    public async Task The_table_is_made_ready_with_the_rest_and_where_there_is_none_that_is_fine()
    {
        using var tokens = new HandshakeTrial("""{ "ticket": null }""");
        using Deadline deadline = Some.Deadline(_trial.Clock);

        await _trial.Authorizer.PrepareAsync(deadline);
        await tokens.Authorizer.PrepareAsync(deadline);

        Assert.Equal(1, _trial.Tickets.Prepared);
        Assert.Equal(0, tokens.Tickets.Prepared);
    }

    [Fact]
    public void A_verifier_of_tickets_must_be_there_where_tickets_are_taken()
    {
        AuthorizerConfiguration configuration = _trial.Configuration;
        var tokens = TokenVerifier.Create(configuration, _trial.Clock, Assert.Fail);

        Assert.Throws<ArgumentNullException>(() => new HandshakeVerifier(configuration, tokens, null, _trial.Clock));
    }

    private Task<string> FromPageAsync(ConnectTicket ticket, string address = "203.0.113.9") => _trial.VerdictAsync(
        ("header.Origin", HandshakeTrial.Page), ("query.ticket", ticket.Reveal()), ("context.identity.sourceIp", address));

    private async Task ExpectUnusedAsync(ConnectTicket ticket)
    {
        Assert.Empty(_trial.Tickets.Asked);
        Assert.Equal("alice", await FromPageAsync(ticket));
    }
}
