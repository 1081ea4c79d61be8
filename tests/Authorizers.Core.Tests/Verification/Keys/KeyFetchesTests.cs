using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>Those who look at keys that others have replaced meanwhile.</summary>
public sealed class KeyFetchesTests
{
    private readonly StoppedClock _clock = new();
    private readonly FakeDocuments _documents = new();
    private readonly KeyFetches _fetches;

    public KeyFetchesTests()
    {
        _documents.Serve(KeyPublication.Address, Some.KeySetText(The.P256.Jwk()));
        IssuerConfiguration issuer =
            new() { Issuer = The.Issuer, Audiences = [The.Audience], JwksUri = KeyPublication.Address };
        _fetches = new KeyFetches(issuer, new PublishedKeys(issuer, _documents, Assert.Null), _clock);
    }

    [Fact]
    public async Task Whoever_finds_keys_too_old_that_were_replaced_meanwhile_gets_the_new_ones()
    {
        KeySnapshot first = await _fetches.Refresh(null);
        KeySnapshot second = await _fetches.Refresh(first);

        Assert.NotSame(first, second);
        Assert.Same(second, await _fetches.Refresh(first));
        Assert.Same(second, await _fetches.Refresh(null));
        Assert.Equal(2, _documents.Asked.Count);
    }

    [Fact]
    public async Task Whoever_misses_a_key_in_keys_that_were_replaced_meanwhile_gets_the_new_ones_and_uses_up_nothing()
    {
        KeySnapshot first = await _fetches.Refresh(null);
        KeySnapshot second = await _fetches.Refresh(first);

        Assert.All(Enumerable.Range(0, 10), _ =>
        {
            Assert.True(_fetches.TrySeek("junk", first, out Task<KeySnapshot>? later));
            Assert.Same(second, later.Result);
        });

        Assert.Equal(2, _documents.Asked.Count);
        Assert.True(_fetches.TrySeek("junk", second, out Task<KeySnapshot>? third));
        Assert.Equal(3, (await third).Fetch);
    }

    [Fact]
    public async Task A_fetch_that_thaws_after_a_later_one_does_not_bring_its_old_keys_back()
    {
        TaskCompletionSource<string> answer = _documents.Hold(KeyPublication.Address);
        Task<KeySnapshot> frozen = _fetches.Refresh(null);
        _clock.Freeze(TimeSpan.FromMinutes(10));
        _documents.Serve(KeyPublication.Address, Some.KeySetText(The.OtherP256.Jwk()));
        KeySnapshot later = await _fetches.Refresh(null);

        answer.SetResult(Some.KeySetText(The.P256.Jwk()));

        Assert.Equal(1, (await frozen).Fetch);
        Assert.Same(later, _fetches.Held);
    }
}
