using Authorizers.Core.Credentials;

namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>Which pages may connect, and what need not come from a page.</summary>
public sealed class AdmissionTests
{
    private const string Listed = """{ "webSocket": { "origins": ["https://app.example", "https://admin.example:8443"] } }""";

    private const string Required = """{ "webSocket": { "origins": ["https://app.example"], "requireOrigin": true } }""";

    private const string AnyPage = """{ "webSocket": { "requireOrigin": true } }""";

    private const string Unasked = """{ "webSocket": null }""";

    private const string Refused = "403 origin_not_allowed";

    private static readonly string Token = Some.Token();

    [Theory]
    [InlineData(Listed, "https://app.example", "alice")]
    [InlineData(Listed, "https://admin.example:8443", "alice")]
    [InlineData(Listed, "https://admin.example", Refused)]
    [InlineData(Listed, "https://app.example:8443", Refused)]
    [InlineData(Listed, "https://app.example.evil.example", Refused)]
    [InlineData(Listed, "https://evil.example", Refused)]
    [InlineData(Listed, "https://app.example, https://admin.example:8443", Refused)]
    [InlineData(Listed, "null", Refused)]
    [InlineData(Listed, "", Refused)]
    [InlineData(Listed, null, "alice")]
    [InlineData(Required, "https://app.example", "alice")]
    [InlineData(Required, "https://evil.example", Refused)]
    [InlineData(Required, "", Refused)]
    [InlineData(Required, null, Refused)]
    [InlineData(AnyPage, "https://evil.example", "alice")]
    [InlineData(AnyPage, "", Refused)]
    [InlineData(AnyPage, null, Refused)]
    [InlineData(Unasked, "https://evil.example", "alice")]
    [InlineData(Unasked, "null", "alice")]
    [InlineData(Unasked, null, "alice")]
    public async Task A_header_with_a_token_may_come_from_a_listed_page_or_where_none_need_be_from_none(
        string members, string? origin, string verdict)
    {
        using var trial = new HandshakeTrial(members);

        Assert.Equal(verdict, await trial.VerdictAsync(From(origin, ("header.Authorization", $"Bearer {Token}"))));
    }

    [Theory]
    [InlineData(Listed, "https://app.example", "alice")]
    [InlineData(Listed, "https://evil.example", Refused)]
    [InlineData(Listed, null, Refused)]
    [InlineData(Required, null, Refused)]
    [InlineData(Unasked, "https://evil.example", "alice")]
    [InlineData(Unasked, null, "alice")]
    public async Task A_token_that_a_browser_can_send_must_come_from_a_listed_page(string members, string? origin, string verdict)
    {
        using var trial = new HandshakeTrial(members);

        Assert.Equal(verdict, await trial.VerdictAsync(From(origin, ("header.Sec-WebSocket-Protocol", $"bearer.{Token}"))));
    }

    [Theory]
    [InlineData("cookie.session", "header.Cookie", "session={0}")]
    [InlineData("query.token", "query.token", "{0}")]
    [InlineData("subprotocol.jwt", "header.Sec-WebSocket-Protocol", "jwt.{0}")]
    public async Task That_holds_of_every_place_but_a_header(string source, string place, string value)
    {
        using var trial = new HandshakeTrial(
            $$"""{ "bearer": { "sources": ["{{source}}"] }, "webSocket": { "origins": ["https://app.example"] } }""");
        (string, string) presented = (place, value.Replace("{0}", Token, StringComparison.Ordinal));

        Assert.Equal("alice", await trial.VerdictAsync(From("https://app.example", presented)));
        Assert.Equal(Refused, await trial.VerdictAsync(From("https://evil.example", presented)));
        Assert.Equal(Refused, await trial.VerdictAsync(From(null, presented)));
    }

    [Theory]
    [InlineData(Listed, "https://app.example", "https://app.example", "alice")]
    [InlineData(Listed, "https://admin.example:8443", "https://app.example", "403 ticket_origin")]
    [InlineData(Listed, "https://evil.example", "https://evil.example", Refused)]
    [InlineData(Listed, null, "https://app.example", "403 ticket_origin")]
    [InlineData(Listed, "https://app.example", null, "403 ticket_origin")]
    [InlineData(Listed, null, null, "alice")]
    [InlineData(Required, null, null, Refused)]
    [InlineData(Unasked, "https://evil.example", "https://app.example", "403 ticket_origin")]
    [InlineData(Unasked, "https://app.example", "https://app.example", "alice")]
    [InlineData(Unasked, "https://evil.example", null, "403 ticket_origin")]
    [InlineData(Unasked, "", null, "403 ticket_origin")]
    [InlineData(Unasked, null, "https://app.example", "403 ticket_origin")]
    public async Task A_ticket_is_good_for_the_page_that_it_was_issued_to_if_that_may_connect(
        string members, string? origin, string? issuedTo, string verdict)
    {
        using var trial = new HandshakeTrial(members);
        ConnectTicket ticket = trial.Tickets.Issue(record => record with { Origin = issuedTo });

        Assert.Equal(verdict, await trial.VerdictAsync(From(origin, ("query.ticket", ticket.Reveal()))));
    }

    [Theory]
    [InlineData(Listed, "https://app.example", "401 credential_missing")]
    [InlineData(Listed, null, "401 credential_missing")]
    [InlineData(Listed, "https://evil.example", Refused)]
    [InlineData(Required, null, Refused)]
    public async Task The_page_is_looked_at_before_the_credential_that_is_missing(string members, string? origin, string verdict)
    {
        using var trial = new HandshakeTrial(members);

        Assert.Equal(verdict, await trial.VerdictAsync(From(origin)));
    }

    [Fact]
    public async Task A_page_that_may_not_connect_is_refused_on_a_route_for_anyone_too()
    {
        using var trial = new HandshakeTrial("""{ "routes": [{ "route": "$connect", "anyone": true }] }""");

        Assert.Equal("anonymous", await trial.VerdictAsync(From("https://app.example")));
        Assert.Equal("anonymous", await trial.VerdictAsync(From(null)));
        Assert.Equal(Refused, await trial.VerdictAsync(From("https://evil.example")));
        Assert.Equal(
            Refused, await trial.VerdictAsync(From("https://evil.example", ("header.Authorization", $"Bearer {Token}"))));
    }

    [Fact]
    public async Task Who_is_refused_for_the_page_is_nobody_in_the_answer()
    {
        using var trial = new HandshakeTrial();

        var denied = (Core.Decisions.Decision.Denied)await trial.DecideAsync(
            From("https://evil.example", ("header.Authorization", $"Bearer {Token}")));

        Assert.Equal("anonymous", denied.Principal.Id);
        Assert.Empty(denied.Principal.Context);
        Assert.Equal(default, denied.Evidence);
    }

    private static (string, string)[] From(string? origin, params (string, string)[] values) =>
        origin is null ? values : [("header.Origin", origin), .. values];
}
