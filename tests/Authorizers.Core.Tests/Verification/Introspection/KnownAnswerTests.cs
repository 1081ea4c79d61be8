namespace Authorizers.Core.Tests.Verification.Introspection;

/// <summary>For how long an answer serves, and what is checked nevertheless.</summary>
public sealed class KnownAnswerTests
{
    private const string Inactive = """{"active":false}""";

    [Fact]
    public async Task An_active_token_is_asked_about_again_once_its_time_is_over()
    {
        await using var issuer = new IntrospectedIssuer(cacheFor: 60);
        Assert.Equal(The.Subject, await issuer.VerdictAsync());
        issuer.Server.Answer(Inactive);

        issuer.Clock.Advance(TimeSpan.FromSeconds(59.999));
        Assert.Equal(The.Subject, await issuer.VerdictAsync());
        Assert.Single(issuer.Server.Requests);

        issuer.Clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal("token_inactive", await issuer.VerdictAsync());
        Assert.Equal(2, issuer.Server.Requests.Count);
    }

    [Fact]
    public async Task An_inactive_token_is_asked_about_again_sooner()
    {
        await using var issuer = new IntrospectedIssuer(cacheInactiveFor: 5);
        issuer.Server.Answer(Inactive);
        Assert.Equal("token_inactive", await issuer.VerdictAsync());
        issuer.Server.Answer(IntrospectionServer.Active());

        issuer.Clock.Advance(TimeSpan.FromSeconds(4.999));
        Assert.Equal("token_inactive", await issuer.VerdictAsync());
        Assert.Single(issuer.Server.Requests);

        issuer.Clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal(The.Subject, await issuer.VerdictAsync());
    }

    [Theory]
    [InlineData(0, 5, true)]
    [InlineData(60, 0, false)]
    public async Task Zero_keeps_nothing(double cacheFor, double cacheInactiveFor, bool active)
    {
        await using var issuer = new IntrospectedIssuer(cacheFor, cacheInactiveFor);
        issuer.Server.Answer(active ? IntrospectionServer.Active() : Inactive);

        for (int call = 1; call <= 3; call++)
        {
            await issuer.VerdictAsync();
            Assert.Equal(call, issuer.Server.Requests.Count);
        }
    }

    [Fact]
    public async Task An_answer_does_not_outlive_the_token()
    {
        await using var issuer = new IntrospectedIssuer(cacheFor: 60);
        issuer.Server.Answer(Expiring(10));
        await issuer.VerdictAsync();
        issuer.Server.Answer(Inactive);

        issuer.Clock.Advance(TimeSpan.FromSeconds(9.999));
        Assert.Equal(The.Subject, await issuer.VerdictAsync());
        issuer.Clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal("token_inactive", await issuer.VerdictAsync());
    }

    [Fact]
    public async Task A_token_that_is_over_but_for_the_skew_is_asked_about_each_time()
    {
        await using var issuer = new IntrospectedIssuer();
        issuer.Server.Answer(Expiring(-30));

        Assert.Equal(The.Subject, await issuer.VerdictAsync());
        Assert.Equal(The.Subject, await issuer.VerdictAsync());

        Assert.Equal(2, issuer.Server.Requests.Count);
    }

    [Fact]
    public async Task Time_is_checked_again_on_an_answer_at_hand()
    {
        await using var issuer = new IntrospectedIssuer(cacheFor: 300);
        issuer.Server.Answer(IntrospectionServer.Active(
            members => members["nbf"] = The.Moment.AddSeconds(70).ToUnixTimeSeconds()));
        Assert.Equal("token_not_yet_valid", await issuer.VerdictAsync());

        issuer.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(The.Subject, await issuer.VerdictAsync());
        Assert.Single(issuer.Server.Requests);
    }

    [Fact]
    public async Task What_is_refused_for_what_is_said_of_it_is_not_asked_about_each_time()
    {
        await using var issuer = new IntrospectedIssuer();
        issuer.Server.Answer(IntrospectionServer.Active(members => members["aud"] = "other"));

        Assert.Equal("audience_mismatch", await issuer.VerdictAsync());
        Assert.Equal("audience_mismatch", await issuer.VerdictAsync());

        Assert.Single(issuer.Server.Requests);
    }

    [Fact]
    public async Task An_outage_is_not_remembered()
    {
        await using var issuer = new IntrospectedIssuer();
        issuer.Server.Answer("", "503 Service Unavailable");
        Assert.Equal("introspection_unreachable", await issuer.VerdictAsync());

        issuer.Server.Answer(IntrospectionServer.Active());

        Assert.Equal(The.Subject, await issuer.VerdictAsync());
    }

    [Fact]
    public async Task An_answer_at_hand_serves_while_the_endpoint_is_down_and_never_longer()
    {
        await using var issuer = new IntrospectedIssuer(cacheFor: 60);
        await issuer.VerdictAsync();
        issuer.Server.Answer("", "500 Internal Server Error");

        Assert.Equal(The.Subject, await issuer.VerdictAsync());
        issuer.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("introspection_unreachable", await issuer.VerdictAsync());
    }

    [Fact]
    public async Task Each_token_has_its_own_answer()
    {
        await using var issuer = new IntrospectedIssuer();
        issuer.Server.Answering = request => IntrospectionServer.Response(
            IntrospectionServer.Active(members => members["sub"] = $"bearer-of-{request.Token}"));

        foreach (string token in new[] { "a", "b", "A", "a=", "a", "b" })
        {
            Assert.Equal($"bearer-of-{token}", await issuer.VerdictAsync(token));
        }

        Assert.Equal(4, issuer.Server.Requests.Count);
    }

    [Fact]
    public async Task Junk_does_not_drive_out_what_is_known_of_good_tokens()
    {
        await using var issuer = new IntrospectedIssuer();
        Assert.Equal(The.Subject, await issuer.VerdictAsync("good"));
        issuer.Server.Answer(Inactive);

        for (int junk = 0; junk < 1100; junk++)
        {
            await issuer.VerdictAsync($"junk-{junk}");
        }

        int asked = issuer.Server.Requests.Count;
        Assert.Equal(The.Subject, await issuer.VerdictAsync("good"));
        Assert.Equal("token_inactive", await issuer.VerdictAsync("junk-1099"));
        Assert.Equal(asked, issuer.Server.Requests.Count);
        await issuer.VerdictAsync("junk-0");
        Assert.Equal(asked + 1, issuer.Server.Requests.Count);
    }

    [Fact]
    public async Task An_answer_of_more_than_16_384_bytes_is_not_kept()
    {
        await using var issuer = new IntrospectedIssuer();
        int rest = 16_384 - IntrospectionServer.Active(members => members["x"] = "").Length;
        issuer.Server.Answer(IntrospectionServer.Active(members => members["x"] = new string('a', rest)));
        await issuer.VerdictAsync("longest");
        Assert.Equal(The.Subject, await issuer.VerdictAsync("longest"));
        Assert.Single(issuer.Server.Requests);

        issuer.Server.Answer(IntrospectionServer.Active(members => members["x"] = new string('a', rest + 1)));
        await issuer.VerdictAsync("longer");
        Assert.Equal(The.Subject, await issuer.VerdictAsync("longer"));
        Assert.Equal(3, issuer.Server.Requests.Count);
    }

    private static string Expiring(double seconds) =>
        IntrospectionServer.Active(members => members["exp"] = The.Moment.AddSeconds(seconds).ToUnixTimeSeconds());
}
