using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>Those who wait for <see cref="FetchedKeys"/> at the same time.</summary>
public sealed class SharedFetchTests
{
    private static readonly string Known = The.P256.Id;
    private static readonly string Published = Some.KeySetText(The.P256.Jwk());

    private readonly KeyPublication _issuer =
        new(new IssuerConfiguration { Issuer = The.Issuer, Audiences = [The.Audience], JwksUri = KeyPublication.Address });

    [Fact]
    public async Task All_who_wait_share_one_fetch()
    {
        TaskCompletionSource<string> answer = _issuer.Documents.Hold(KeyPublication.Address);
        Task<string?>[] waiting = [.. Enumerable.Range(0, 50).Select(_ => _issuer.FindAsync(Known))];
        Assert.All(waiting, task => Assert.False(task.IsCompleted));

        answer.SetResult(Published);

        Assert.All(await Task.WhenAll(waiting), id => Assert.Equal(Known, id));
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task All_who_wait_share_one_failure_and_the_next_one_after_the_pause_tries_again()
    {
        TaskCompletionSource<string> answer = _issuer.Documents.Hold(KeyPublication.Address);
        Task<string>[] waiting = [.. Enumerable.Range(0, 3).Select(_ => _issuer.OutageAsync(Known))];

        answer.SetException(OutageException.IssuerUnreachable("It is down."));

        Assert.All(await Task.WhenAll(waiting), code => Assert.Equal("issuer_unreachable", code));
        _issuer.Publish(The.P256);
        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Known, await _issuer.FindAsync(Known));
        Assert.Equal([KeyPublication.Address, KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task One_who_can_wait_no_longer_leaves_the_fetch_to_the_others()
    {
        TaskCompletionSource<string> answer = _issuer.Documents.Hold(KeyPublication.Address);
        Task<string> hurried = _issuer.OutageAsync(Known, seconds: 1);
        Task<string?> patient = _issuer.FindAsync(Known, seconds: 2);

        _issuer.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("deadline_exceeded", await hurried);
        Assert.False(patient.IsCompleted);
        answer.SetResult(Published);
        Assert.Equal(Known, await patient);
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task One_who_comes_after_an_impatient_one_joins_the_same_fetch()
    {
        TaskCompletionSource<string> answer = _issuer.Documents.Hold(KeyPublication.Address);
        Task<string> hurried = _issuer.OutageAsync(Known, seconds: 1);
        _issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("deadline_exceeded", await hurried);

        Task<string?> late = _issuer.FindAsync(Known);
        answer.SetResult(Published);

        Assert.Equal(Known, await late);
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task All_who_bring_a_new_key_wait_for_the_one_fetch_it_causes()
    {
        Assert.Equal(Known, await _issuer.FindAsync(Known));
        TaskCompletionSource<string> answer = _issuer.Documents.Hold(KeyPublication.Address);
        Task<string?>[] waiting = [.. Enumerable.Range(0, 50).Select(_ => _issuer.FindAsync(The.P384.Id))];

        answer.SetResult(Some.KeySetText(The.P256.Jwk(), The.P384.Jwk()));

        Assert.All(await Task.WhenAll(waiting), id => Assert.Equal(The.P384.Id, id));
        Assert.Equal([KeyPublication.Address, KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task While_the_last_fetch_failed_an_unknown_key_is_an_outage_and_known_ones_serve()
    {
        Assert.Equal(Known, await _issuer.FindAsync(Known));
        _issuer.GoDown();

        Assert.Equal("issuer_unreachable", await _issuer.OutageAsync(The.P384.Id));
        Assert.Equal("issuer_unreachable", await _issuer.OutageAsync(The.P384.Id));
        Assert.Equal(Known, await _issuer.FindAsync(Known));

        _issuer.Publish(The.P256);
        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await _issuer.FindAsync(The.P384.Id));
        Assert.Null(await _issuer.FindAsync(The.P384.Id));
    }

    [Fact]
    public async Task A_fetch_that_was_frozen_with_the_sandbox_is_not_joined_and_its_failure_counts_no_more()
    {
        _issuer.Documents.Hold(KeyPublication.Address);
        Task<string> frozen = _issuer.OutageAsync(Known, seconds: 1);
        _issuer.Clock.Freeze(TimeSpan.FromMinutes(10));
        _issuer.Publish(The.P256);

        Task<string?> thawed = _issuer.FindAsync(Known);
        Assert.True(thawed.IsCompleted);
        Assert.Equal(Known, await thawed);
        Assert.Null(await _issuer.FindAsync(The.P384.Id));

        _issuer.Clock.Advance(TimeSpan.Zero);
        Assert.Contains(await frozen, new[] { "deadline_exceeded", "issuer_unreachable" });
        _issuer.TakeAsked();
        Assert.Null(await _issuer.FindAsync(The.P384.Id));
        Assert.Empty(_issuer.TakeAsked());
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_given_three_seconds()
    {
        _issuer.Documents.Hold(KeyPublication.Address);
        Task<string> waiting = _issuer.OutageAsync(Known);

        _issuer.Clock.Advance(TimeSpan.FromSeconds(2.999));
        Assert.False(waiting.IsCompleted);
        _issuer.Clock.Advance(TimeSpan.FromSeconds(0.001));

        Assert.Equal("issuer_unreachable", await waiting);
    }

    [Fact]
    public async Task Old_keys_serve_those_whose_deadline_passes_during_a_refresh()
    {
        Assert.Equal(Known, await _issuer.FindAsync(Known));
        _issuer.Documents.Hold(KeyPublication.Address);
        _issuer.Clock.Advance(TimeSpan.FromHours(1));
        Task<string?> hurried = _issuer.FindAsync(Known, seconds: 1);
        Assert.False(hurried.IsCompleted);

        _issuer.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(Known, await hurried);
        Assert.StartsWith("deadline_exceeded: ", Assert.Single(_issuer.Warnings), StringComparison.Ordinal);
    }
}
