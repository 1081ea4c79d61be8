using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;

namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>What the route <c>$connect</c> may ask for, of tokens and tickets alike.</summary>
public sealed class ConnectRuleTests
{
    private const string Tenant = """{ "routes": [{ "route": "$connect", "claims": { "tenant": ["t-7"] } }] }""";

    [Theory]
    [InlineData("""{ "route": "$connect" }""", "alice")]
    [InlineData("""{ "route": "$connect", "scopes": ["orders:read"] }""", "alice")]
    [InlineData("""{ "route": "$connect", "scopes": ["orders:write", "orders:read"] }""", "alice")]
    [InlineData("""{ "route": "$connect", "scopes": ["orders:write"] }""", "403 not_granted")]
    [InlineData("""{ "route": "$connect", "groups": ["clerks"] }""", "alice")]
    [InlineData("""{ "route": "$connect", "groups": ["admins"] }""", "403 not_granted")]
    [InlineData("""{ "route": "$connect", "scopes": ["orders:read"], "groups": ["clerks"] }""", "alice")]
    [InlineData("""{ "route": "$connect", "scopes": ["orders:read"], "groups": ["admins"] }""", "403 not_granted")]
    [InlineData("""{ "route": "$connect", "scopes": ["Orders:read"] }""", "403 not_granted")]
    public async Task Scopes_and_groups_are_those_of_the_token_or_the_ticket(string route, string verdict)
    {
        using var trial = new HandshakeTrial($$"""{ "routes": [{{route}}] }""");
        string token = Some.Token(claims => claims["groups"] = "clerks");
        ConnectTicket ticket = trial.Tickets.Issue(
            record => record with { Scopes = ["orders:read"], Groups = ["clerks"] });

        Assert.Equal(verdict, await trial.VerdictAsync(("header.Authorization", $"Bearer {token}")));
        Assert.Equal(verdict, await trial.VerdictAsync(("query.ticket", ticket.Reveal())));
    }

    [Fact]
    public async Task A_ticket_has_no_claims_so_that_a_route_that_asks_for_one_is_not_granted_to_it()
    {
        using var trial = new HandshakeTrial(Tenant);
        string token = Some.Token(claims => claims["tenant"] = "t-7");
        ConnectTicket ticket = trial.Tickets.Issue(record => record with { Context = [new("tenant", "t-7")] });

        Assert.Equal("alice", await trial.VerdictAsync(("header.Authorization", $"Bearer {token}")));
        Assert.Equal("403 not_granted", await trial.VerdictAsync(("query.ticket", ticket.Reveal())));
    }

    [Theory]
    [InlineData("203.0.113.9", "eu", "alice")]
    [InlineData("203.0.114.9", "eu", "403 condition_failed")]
    [InlineData("203.0.113.9", "us", "403 condition_failed")]
    [InlineData(null, "eu", "403 condition_failed")]
    [InlineData("203.0.113.9", null, "403 condition_failed")]
    public async Task Conditions_hold_of_the_handshake(string? address, string? region, string verdict)
    {
        using var trial = new HandshakeTrial("""
            { "routes": [{ "route": "$connect", "when": {
              "context.identity.sourceIp": { "cidr": ["203.0.113.0/24"] }, "query.region": { "equals": "eu" } } }] }
            """);
        List<(string, string)> values = [];
        values.AddRange(address is null ? [] : [("context.identity.sourceIp", address)]);
        values.AddRange(region is null ? [] : [("query.region", region)]);

        Assert.Equal(verdict, await trial.VerdictAsync([.. values, ("header.Authorization", $"Bearer {Some.Token()}")]));
        Assert.Equal(verdict, await trial.VerdictAsync([.. values, ("query.ticket", trial.Tickets.Issue().Reveal())]));
    }

    [Theory]
    [InlineData("eu", "anonymous")]
    [InlineData("us", "401 condition_failed")]
    public async Task Conditions_hold_of_a_route_for_anyone_too(string region, string verdict)
    {
        using var trial = new HandshakeTrial(
            """{ "routes": [{ "route": "$connect", "anyone": true, "when": { "query.region": { "equals": "eu" } } }] }""");

        Assert.Equal(verdict, await trial.VerdictAsync(("query.region", region)));
        Assert.Equal(verdict, await trial.VerdictAsync(("query.region", region), ("query.ticket", "junk")));
    }

    [Theory]
    [InlineData("query.ticket", "wst_AbCdEfGhIjKlMnOpQrStUvWxYz012345")]
    [InlineData("query.ticket", "junk")]
    [InlineData("header.Authorization", "Bearer a.b.c")]
    [InlineData("header.Authorization", "Basic x")]
    public async Task On_a_route_for_anyone_a_bad_credential_is_as_good_as_none(string place, string value)
    {
        using var trial = new HandshakeTrial("""{ "routes": [{ "route": "$connect", "anyone": true }] }""");

        Assert.Equal("anonymous", await trial.VerdictAsync((place, value)));
    }

    [Fact]
    public async Task On_a_route_for_anyone_a_good_one_tells_who_it_is()
    {
        using var trial = new HandshakeTrial("""{ "routes": [{ "route": "$connect", "anyone": true }] }""");

        Assert.Equal("alice", await trial.VerdictAsync(("query.ticket", trial.Tickets.Issue().Reveal())));
    }

    [Fact]
    public async Task A_ticket_of_another_page_is_not_good_enough_for_anyone_either()
    {
        using var trial = new HandshakeTrial("""{ "routes": [{ "route": "$connect", "anyone": true }] }""");
        ConnectTicket ticket = trial.Tickets.Issue(record => record with { Origin = HandshakeTrial.Page });

        Assert.Equal("403 ticket_origin", await trial.VerdictAsync(("query.ticket", ticket.Reveal())));
    }

    [Fact]
    public async Task An_outage_of_the_table_is_an_outage_and_no_refusal()
    {
        using var trial = new HandshakeTrial();
        ConnectTicket ticket = trial.Tickets.Issue();
        trial.Tickets.Failure = OutageException.TableUnreachable("The table is gone.");

        Assert.Equal("500 table_unreachable", await trial.VerdictAsync(("query.ticket", ticket.Reveal())));
        Assert.Equal("alice", await trial.VerdictAsync(("header.Authorization", $"Bearer {Some.Token()}")));
    }

    [Fact]
    public async Task What_is_granted_is_the_handshake_and_nothing_else()
    {
        using var trial = new HandshakeTrial();

        var allowed = Assert.IsType<Decision.Allowed>(
            await trial.DecideAsync(("header.Authorization", $"Bearer {Some.Token()}")));

        Assert.Equal(["$connect"], allowed.Grants.Allowed.Select(rule => rule.Route.ToString()));
        Assert.Equal("$connect", allowed.Called?.Route.ToString());
        Assert.Equal((The.Issuer, The.P256.Id), (allowed.Evidence.Issuer, allowed.Evidence.KeyId));
    }
}
