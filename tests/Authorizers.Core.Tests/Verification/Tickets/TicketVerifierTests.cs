using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.Core.Tests.Verification.Tickets;

public sealed class TicketVerifierTests
{
    private const string Page = "https://app.example";

    private readonly TicketTrial _trial = new();

    [Fact]
    public async Task A_ticket_stands_for_its_principal_and_what_is_on_record()
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with
        {
            Principal = "bob",
            Origin = Page,
            Scopes = ["orders:read"],
            Groups = ["clerks"],
            Context = [new("tenant", "t-7"), new("level", 3L), new("rate", 1.5), new("beta", true)],
        });

        VerificationResult result = await _trial.VerifyAsync(ticket, Page);

        Assert.True(result.Succeeded);
        Assert.Equal("bob", result.Principal.Id);
        Assert.Equal(["orders:read"], result.Principal.Scopes);
        Assert.Equal(["clerks"], result.Principal.Groups);
        Assert.Equal(
            [new("tenant", "t-7"), new("level", 3L), new("rate", 1.5), new("beta", true)], result.Principal.Context);
        Assert.Null(result.Principal.Obstacle);
        Assert.Null(result.Principal.UsageIdentifierKey);
        Assert.Equal(new Evidence(null, null, KeysFetched: true), result.Evidence);
        Assert.Equal([ticket.Id], _trial.Tickets.Asked);
    }

    [Fact]
    public async Task A_ticket_without_a_record_is_not_found()
    {
        VerificationResult result = await _trial.VerifyAsync(ConnectTicket.Create());

        Assert.Equal("ticket_not_found", result.Rejection.Code);
        Assert.Equal(new Evidence(null, null, KeysFetched: true), result.Evidence);
    }

    [Theory]
    [InlineData(-1, "alice")]
    [InlineData(-0.001, "alice")]
    [InlineData(0, "ticket_expired")]
    [InlineData(0.001, "ticket_expired")]
    [InlineData(1, "ticket_expired")]
    [InlineData(59, "ticket_expired")]
    public async Task A_ticket_is_refused_from_the_very_moment_at_which_it_expires(double seconds, string verdict)
    {
        ConnectTicket ticket = _trial.Tickets.Issue();
        _trial.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(seconds));

        Assert.Equal(verdict, await _trial.VerdictAsync(ticket));
    }

    [Theory]
    [InlineData(Page, Page, "alice")]
    [InlineData(null, null, "alice")]
    [InlineData(Page, "https://app.example:8443", "ticket_origin")]
    [InlineData(Page, "HTTPS://APP.EXAMPLE", "ticket_origin")]
    [InlineData(Page, "https://app.example/", "ticket_origin")]
    [InlineData(Page, "", "ticket_origin")]
    [InlineData(Page, null, "ticket_origin")]
    [InlineData(null, Page, "ticket_origin")]
    [InlineData(null, "", "ticket_origin")]
    [InlineData(null, "null", "ticket_origin")]
    public async Task A_ticket_is_good_for_its_page_and_one_of_no_page_for_none(string? issuedTo, string? origin, string verdict)
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Origin = issuedTo });

        Assert.Equal(verdict, await _trial.VerdictAsync(ticket, origin));
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9", "alice")]
    [InlineData("203.0.113.9", "::ffff:203.0.113.9", "alice")]
    [InlineData("203.0.113.9", "::FFFF:CB00:7109", "alice")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9", "alice")]
    [InlineData("2001:db8::9", "2001:DB8:0:0:0:0:0:9", "alice")]
    [InlineData("203.0.113.9", "203.0.113.10", "ticket_address")]
    [InlineData("203.0.113.9", "2001:db8::9", "ticket_address")]
    [InlineData("2001:db8::9", "2001:db8::a", "ticket_address")]
    [InlineData("0.0.0.0", "::", "ticket_address")]
    [InlineData("203.0.113.9", "203.0.113.9:443", "ticket_address")]
    [InlineData("203.0.113.9", "203.0.113.09", "ticket_address")]
    [InlineData("203.0.113.9", "localhost", "ticket_address")]
    [InlineData("203.0.113.9", "", "ticket_address")]
    [InlineData("203.0.113.9", null, "ticket_address")]
    [InlineData("0.0.0.0", null, "ticket_address")]
    [InlineData("no address", "no address", "ticket_address")]
    [InlineData("no address", null, "ticket_address")]
    [InlineData(null, "203.0.113.10", "alice")]
    [InlineData(null, "localhost", "alice")]
    [InlineData(null, null, "alice")]
    public async Task A_ticket_may_be_used_from_its_address_however_that_is_written(
        string? issuedTo, string? address, string verdict) => Assert.Equal(
            verdict,
            await _trial.VerdictAsync(_trial.Tickets.Issue(record => record with { Address = issuedTo }), null, address));

    [Fact]
    public async Task The_first_check_that_fails_is_told()
    {
        TicketRecord AllWrong(TicketRecord record) => record with
        {
            Expires = The.Moment,
            Origin = Page,
            Address = "203.0.113.9",
            Context = [new("note", new string('x', 300))],
        };

        Assert.Equal("ticket_expired", await _trial.VerdictAsync(_trial.Tickets.Issue(AllWrong)));
        Assert.Equal("ticket_origin", await _trial.VerdictAsync(
            _trial.Tickets.Issue(record => AllWrong(record) with { Expires = The.Moment.AddSeconds(1) })));
        Assert.Equal("ticket_address", await _trial.VerdictAsync(
            _trial.Tickets.Issue(record => AllWrong(record) with { Expires = The.Moment.AddSeconds(1) }), Page));
        Assert.Equal("context_too_large", await _trial.VerdictAsync(
            _trial.Tickets.Issue(record => AllWrong(record) with { Expires = The.Moment.AddSeconds(1) }), Page, "203.0.113.9"));
    }

    /// <summary>With the name, the quotes, the colon and the braces: eleven bytes.</summary>
    [Theory]
    [InlineData(245, null)]
    [InlineData(246, "context_too_large")]
    public async Task A_context_that_is_too_large_is_left_out_and_stands_in_the_way(int length, string? obstacle)
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with { Context = [new("note", new string('x', length))] });

        Principal principal = (await _trial.VerifyAsync(ticket)).Principal!;

        Assert.Equal(obstacle, principal.Obstacle?.Code);
        Assert.Equal(obstacle is null ? 1 : 0, principal.Context.Count);
    }

    [Theory]
    [InlineData(-0.001, "alice")]
    [InlineData(0, "ticket_expired")]
    [InlineData(0.001, "ticket_expired")]
    public async Task No_session_begins_at_its_end_or_later(double secondsAfterItsEnd, string verdict)
    {
        ConnectTicket ticket = _trial.Tickets.Issue(record => record with
        {
            Expires = The.Moment.AddHours(1),
            SessionExpires = The.Moment.AddSeconds(10),
        });
        _trial.Clock.Advance(TimeSpan.FromSeconds(10 + secondsAfterItsEnd));

        Assert.Equal(verdict, await _trial.VerdictAsync(ticket));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(600)]
    public async Task The_session_ends_when_the_credential_behind_the_ticket_does_and_the_skew_later_it_is_refused(int skew)
    {
        var trial = new TicketTrial(TimeSpan.FromSeconds(skew));

        VerificationResult result = await trial.VerifyAsync(trial.Tickets.Issue());

        Assert.Equal(The.Moment.AddHours(1).AddSeconds(skew), result.Principal?.Expires);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public async Task A_session_that_ends_with_the_calendar_has_no_end(int secondsBefore, bool hasEnd)
    {
        DateTimeOffset last = DateTimeOffset.MaxValue.AddSeconds(-secondsBefore);

        VerificationResult result =
            await _trial.VerifyAsync(_trial.Tickets.Issue(record => record with { SessionExpires = last }));

        Assert.Equal(hasEnd ? last + The.ClockSkew : null, result.Principal?.Expires);
    }
}
