using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;

namespace Authorizers.Core.Tests.Verification.Handshakes;

/// <summary>What the backend is told of a connection: it is told nothing of it anywhere else.</summary>
public sealed class SessionContextTests
{
    private const string Longest = """{ "maxContextBytes": 256 }""";

    private static readonly long InTwoHours = The.Moment.AddHours(2).ToUnixTimeSeconds();

    private static readonly (string, string) ByHeader = ("header.Authorization", $"Bearer {Some.Token()}");

    [Theory]
    [InlineData("0")]
    [InlineData("60")]
    [InlineData("600")]
    public async Task A_session_ends_with_its_token_and_the_skew_does_not_count(string skew)
    {
        using var trial = new HandshakeTrial($$"""{ "clockSkew": {{skew}} }""");

        IReadOnlyDictionary<string, object> context = await trial.ContextAsync(ByHeader);

        Assert.Equal(The.Moment.AddHours(1).ToUnixTimeSeconds(), context["exp"]);
    }

    [Fact]
    public async Task A_session_whose_token_has_just_expired_has_ended_already()
    {
        using var trial = new HandshakeTrial();
        string token = Some.Token(claims => claims["exp"] = The.Moment.AddSeconds(-30).ToUnixTimeSeconds());

        IReadOnlyDictionary<string, object> context = await trial.ContextAsync(("header.Authorization", $"Bearer {token}"));

        Assert.Equal(The.Moment.AddSeconds(-30).ToUnixTimeSeconds(), context["exp"]);
    }

    [Fact]
    public async Task A_session_ends_when_its_token_grows_too_old()
    {
        using var trial = new HandshakeTrial($$"""
            {
              "issuers": [{
                "issuer": "{{The.Issuer}}", "audiences": ["{{The.Audience}}"], "jwksFile": "keys.json", "maxTokenAge": 600
              }]
            }
            """);

        IReadOnlyDictionary<string, object> context = await trial.ContextAsync(ByHeader);

        Assert.Equal(The.Moment.AddMinutes(10).ToUnixTimeSeconds(), context["exp"]);
    }

    [Fact]
    public async Task A_session_ends_when_the_credential_behind_its_ticket_does()
    {
        using var trial = new HandshakeTrial();
        ConnectTicket ticket = trial.Tickets.Issue(record => record with { Context = [new("tenant", "t-7")] });

        IReadOnlyDictionary<string, object> context = await trial.ContextAsync(
            ("query.ticket", ticket.Reveal()), ("context.connectionId", "L0SM9cOFvHcCIhw="));

        Assert.Equal(["tenant", "exp", "connectionId"], context.Keys);
        Assert.Equal(The.Moment.AddHours(1).ToUnixTimeSeconds(), context["exp"]);
        Assert.Equal("t-7", context["tenant"]);
    }

    [Fact]
    public async Task A_session_without_an_end_of_its_own_ends_when_API_Gateway_ends_it()
    {
        using var trial = new HandshakeTrial();
        ConnectTicket ticket = trial.Tickets.Issue(record => record with { SessionExpires = DateTimeOffset.MaxValue });
        trial.Clock.Advance(TimeSpan.FromSeconds(5));

        IReadOnlyDictionary<string, object> context = await trial.ContextAsync(("query.ticket", ticket.Reveal()));

        Assert.Equal(InTwoHours + 5, context["exp"]);
    }

    [Fact]
    public async Task A_token_that_ends_with_the_calendar_has_no_end_of_its_own()
    {
        using var trial = new HandshakeTrial();
        string token = Some.Token(claims => claims["exp"] = 253402300799);

        Assert.Equal(InTwoHours, (await trial.ContextAsync(("header.Authorization", $"Bearer {token}")))["exp"]);
    }

    [Fact]
    public async Task Who_need_not_say_who_he_is_has_a_session_too()
    {
        using var trial = new HandshakeTrial("""{ "routes": [{ "route": "$connect", "anyone": true }] }""");

        var allowed = Assert.IsType<Decision.Allowed>(await trial.DecideAsync(
            ("context.connectionId", "L0SM9cOFvHcCIhw="), ("header.Sec-WebSocket-Protocol", "orders.v1")));

        Assert.Equal("anonymous", allowed.Principal.Id);
        Assert.Equal(
            [new("exp", InTwoHours), new("connectionId", "L0SM9cOFvHcCIhw="), new("subprotocol", "orders.v1")],
            allowed.Principal.Context);
        Assert.Null(allowed.Principal.Expires);
    }

    [Fact]
    public async Task A_connection_without_an_id_has_none_and_one_with_two_has_none_either()
    {
        using var trial = new HandshakeTrial();

        Assert.Equal(["exp"], (await trial.ContextAsync(ByHeader)).Keys);
        Assert.Equal(["exp"], (await trial.ContextAsync(ByHeader, ("context.connectionId", ""))).Keys);
        Assert.Equal(
            ["exp"],
            (await trial.ContextAsync(ByHeader, ("context.connectionId", "a"), ("context.connectionId", "b"))).Keys);
        Assert.Equal(
            ["exp"], (await trial.ContextAsync(ByHeader, ("header.connectionId", "a"), ("query.connectionId", "b"))).Keys);
    }

    [Fact]
    public async Task What_the_token_tells_comes_first()
    {
        using var trial = new HandshakeTrial("""{ "context": { "client": "client_id" } }""");

        IReadOnlyDictionary<string, object> context = await trial.ContextAsync(ByHeader, ("context.connectionId", "c"));

        Assert.Equal(["client", "exp", "connectionId"], context.Keys);
        Assert.Equal(The.Client, context["client"]);
    }

    /// <summary>With <c>{"exp":1795179600,"connectionId":""}</c>: 36 bytes.</summary>
    [Theory]
    [InlineData(220, true)]
    [InlineData(221, false)]
    public async Task A_context_that_is_too_large_with_the_connection_is_refused_and_left_out(int length, bool fits)
    {
        using var trial = new HandshakeTrial(Longest);

        Decision decision = await trial.DecideAsync(ByHeader, ("context.connectionId", new string('c', length)));

        if (fits)
        {
            Assert.Equal(2, Assert.IsType<Decision.Allowed>(decision).Principal.Context.Count);
            return;
        }

        var denied = Assert.IsType<Decision.Denied>(decision);
        Assert.Equal("context_too_large", denied.Reason.Code);
        Assert.Equal(The.Subject, denied.Principal.Id);
        Assert.Empty(denied.Principal.Context);
        Assert.Equal("$connect", denied.Called?.Route.ToString());
        Assert.Equal(The.Issuer, denied.Evidence.Issuer);
    }

    [Fact]
    public async Task Who_is_refused_is_told_nothing_of_the_connection()
    {
        using var trial = new HandshakeTrial("""{ "routes": [{ "route": "$connect", "scopes": ["other"] }] }""");

        var denied = Assert.IsType<Decision.Denied>(await trial.DecideAsync(ByHeader, ("context.connectionId", "c")));

        Assert.Empty(denied.Principal.Context);
    }
}
