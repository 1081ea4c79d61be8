using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>How <see cref="FetchedKeys"/> bear with an issuer that is down.</summary>
public sealed class KeyOutageTests
{
    private static readonly string Known = The.P256.Id;
    private static readonly string Later = The.OtherP256.Id;
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    private readonly KeyPublication _issuer =
        new(new IssuerConfiguration { Issuer = The.Issuer, Audiences = [The.Audience], JwksUri = KeyPublication.Address });

    [Fact]
    public async Task Without_keys_every_call_is_an_outage_and_few_of_them_ask()
    {
        _issuer.GoDown();

        List<int> asked = await SecondsAskedAsync(100, () => _issuer.OutageAsync(Known));

        Assert.Equal([0, 5, 15, 35, 65, 95], asked);
    }

    [Fact]
    public async Task With_old_keys_every_call_is_served_and_as_few_of_them_ask_and_warn()
    {
        await _issuer.FetchAsync();
        _issuer.GoDown();
        _issuer.Clock.Advance(TimeSpan.FromHours(1));

        List<int> asked = await SecondsAskedAsync(100, async () => Assert.Equal(Known, await _issuer.FindAsync(Known)));

        Assert.Equal([0, 5, 15, 35, 65, 95], asked);
        Assert.Equal(6, _issuer.Warnings.Count);
    }

    [Fact]
    public async Task With_fresh_keys_an_unknown_key_id_is_an_outage_and_as_few_of_them_ask()
    {
        await _issuer.FetchAsync();
        _issuer.GoDown();

        List<int> asked = await SecondsAskedAsync(100, () => _issuer.OutageAsync("junk"));

        Assert.Equal([0, 5, 15, 35, 65, 95], asked);
        Assert.Equal(Known, await _issuer.FindAsync(Known));
    }

    [Fact]
    public async Task A_key_id_that_is_remembered_as_unknown_is_an_outage_too_while_the_last_fetch_is_a_failure()
    {
        await _issuer.FetchAsync();
        Assert.Null(await _issuer.FindAsync("junk"));
        _issuer.GoDown();
        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("issuer_unreachable", await _issuer.OutageAsync(Later));

        Assert.Equal("issuer_unreachable", await _issuer.OutageAsync("junk"));
    }

    [Fact]
    public async Task An_issuer_that_is_back_is_noticed_by_the_first_call_after_the_pause_even_with_no_allowance_left()
    {
        await _issuer.FetchAsync();
        for (int i = 0; i < 4; i++)
        {
            Assert.Null(await _issuer.FindAsync($"junk{i}"));
            _issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        _issuer.Clock.Advance(TimeSpan.FromSeconds(10));
        _issuer.GoDown();
        Assert.Equal("issuer_unreachable", await _issuer.OutageAsync(Later));
        _issuer.Publish(The.P256, The.OtherP256);

        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(Later, await _issuer.FindAsync(Later));
    }

    [Fact]
    public async Task After_a_success_the_pause_begins_small_again()
    {
        _issuer.GoDown();
        await SecondsAskedAsync(100, () => _issuer.OutageAsync(Known));
        _issuer.Clock.Advance(TimeSpan.FromSeconds(30));
        _issuer.Publish(The.P256);
        Assert.Equal(Known, await _issuer.FindAsync(Known));
        _issuer.GoDown();

        Assert.Equal([0, 5, 15], await SecondsAskedAsync(20, () => _issuer.OutageAsync("junk")));
    }

    [Fact]
    public async Task A_failure_in_preparation_does_not_keep_the_first_invocation_from_trying()
    {
        _issuer.GoDown();
        using Deadline deadline = Some.Deadline(_issuer.Clock);
        await Assert.ThrowsAsync<OutageException>(() => _issuer.Keys.PrepareAsync(deadline));
        _issuer.Publish(The.P256);

        Assert.Equal(Known, await _issuer.FindAsync(Known));
    }

    [Fact]
    public async Task Keys_are_no_older_than_the_beginning_of_their_fetch()
    {
        TaskCompletionSource<string> answer = _issuer.Documents.Hold(KeyPublication.Address);
        Task<string?> waiting = _issuer.FindAsync(Known);
        _issuer.Clock.Advance(TimeSpan.FromSeconds(2));
        answer.SetResult(Some.KeySetText(The.P256.Jwk()));
        await waiting;
        _issuer.Publish(The.OtherP256);

        _issuer.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(2) - Moment);
        Assert.Equal(Known, await _issuer.FindAsync(Known));
        _issuer.Clock.Advance(Moment);
        Assert.Equal(Later, await _issuer.FindAsync(Later));
    }

    [Fact]
    public async Task A_fetch_that_thaws_holds_nobody_up()
    {
        _issuer.Documents.Hold(KeyPublication.Address);
        Task<string> frozen = _issuer.OutageAsync(Known, seconds: 1);
        _issuer.Clock.Freeze(TimeSpan.FromMinutes(10));
        _issuer.Clock.Advance(TimeSpan.Zero);
        Assert.Contains(await frozen, new[] { "deadline_exceeded", "issuer_unreachable" });
        _issuer.Publish(The.P256);

        Assert.Equal(Known, await _issuer.FindAsync(Known));
    }

    [Fact]
    public async Task The_figures_are_adjustable()
    {
        var issuer = new KeyPublication(new IssuerConfiguration
        {
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            JwksUri = KeyPublication.Address,
            KeyRefresh = new KeyRefresh
            {
                RefreshAfter = TimeSpan.FromSeconds(100),
                StaleLimit = TimeSpan.FromSeconds(200),
                FetchTimeout = TimeSpan.FromSeconds(2),
                BackOff = TimeSpan.FromSeconds(1),
                BackOffLimit = TimeSpan.FromSeconds(2),
            },
        });
        await issuer.FetchAsync();
        issuer.Clock.Advance(TimeSpan.FromSeconds(100));
        issuer.Documents.Hold(KeyPublication.Address);
        Task<string?> waiting = issuer.FindAsync(Known);
        issuer.Clock.Advance(TimeSpan.FromSeconds(2) - Moment);
        Assert.False(waiting.IsCompleted);
        issuer.Clock.Advance(Moment);
        Assert.Equal(Known, await waiting);

        issuer.GoDown();
        issuer.TakeAsked();
        foreach (int expected in new[] { 0, 1, 0, 1, 0, 1 })
        {
            Assert.Equal(Known, await issuer.FindAsync(Known));
            Assert.Equal(expected, issuer.TakeAsked().Count);
            issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        issuer.Clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
    }

    /// <summary>Makes a call every second and says at which of them the issuer was asked.</summary>
    private async Task<List<int>> SecondsAskedAsync(int seconds, Func<Task> call)
    {
        _issuer.TakeAsked();
        List<int> asked = [];
        for (int second = 0; second < seconds; second++)
        {
            await call();
            asked.AddRange(_issuer.TakeAsked().Select(_ => second));
            _issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return asked;
    }
}
