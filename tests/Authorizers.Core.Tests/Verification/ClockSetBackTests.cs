using Authorizers.Core.Configuration;
using Authorizers.Core.Tests.Verification.Introspection;
using Authorizers.Core.Tests.Verification.Keys;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification;

/// <summary>
/// A clock that was a month ahead and is set right, while the process goes on. What was written down in the time to come must not
/// last a month longer: neither a withdrawn key, nor a revoked token, nor a pause.
/// </summary>
public sealed class ClockSetBackTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly KeyPublication _issuer = new();

    [Fact]
    public async Task Keys_are_fetched_again_as_if_they_were_old()
    {
        await _issuer.FetchAsync();
        _issuer.Publish(The.OtherP256);

        _issuer.Clock.Freeze(-Month);

        Assert.Null(await _issuer.FindAsync(The.P256.Id));
    }

    [Fact]
    public async Task Keys_of_a_clock_that_was_a_little_ahead_are_not()
    {
        await _issuer.FetchAsync();

        _issuer.Clock.Freeze(TimeSpan.FromMinutes(-59));

        Assert.Equal(The.P256.Id, await _issuer.FindAsync(The.P256.Id));
        Assert.Empty(_issuer.TakeAsked());
    }

    [Fact]
    public async Task A_pause_after_a_failure_is_over()
    {
        _issuer.GoDown();
        await _issuer.OutageAsync(The.P256.Id);
        _issuer.Documents.Serve(KeyPublication.Discovery, KeyPublication.Metadata(The.Issuer, KeyPublication.Address));
        _issuer.Publish(The.P256);

        _issuer.Clock.Freeze(-Month);

        Assert.Equal(The.P256.Id, await _issuer.FindAsync(The.P256.Id));
    }

    [Fact]
    public void An_allowance_that_was_used_up_is_there_again()
    {
        var clock = new StoppedClock();
        var allowance = new RefreshAllowance(clock, new KeyRefresh());
        for (int taken = 0; taken < 4; taken++)
        {
            Assert.True(allowance.TryTake());
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.False(allowance.TryTake());

        clock.Freeze(-Month);

        Assert.True(allowance.TryTake());
    }

    [Fact]
    public void A_key_id_that_no_fetch_brought_is_forgotten()
    {
        var clock = new StoppedClock();
        var unknown = new UnknownKeyIds(clock, new KeyRefresh());
        unknown.Add("junk");
        Assert.True(unknown.Contains("junk"));

        clock.Freeze(-Month);

        Assert.False(unknown.Contains("junk"));
    }

    [Theory]
    [InlineData(-30 * 24 * 3600)]
    [InlineData(-1)]
    public async Task An_answer_about_a_token_does_not_serve_before_it_was_asked_for(double seconds)
    {
        await using var issuer = new IntrospectedIssuer();
        issuer.Server.Answer(IntrospectionServer.Active(answer => answer.Remove("iat")));
        Assert.Equal(The.Subject, await issuer.VerdictAsync());
        issuer.Server.Answer("""{"active":false}""");

        issuer.Clock.Freeze(TimeSpan.FromSeconds(seconds));

        Assert.Equal("token_inactive", await issuer.VerdictAsync());
    }
}
