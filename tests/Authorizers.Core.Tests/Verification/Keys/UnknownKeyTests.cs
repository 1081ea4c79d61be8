using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>What <see cref="FetchedKeys"/> does about key ids that are not among its keys.</summary>
public sealed class UnknownKeyTests
{
    private static readonly string Known = The.P256.Id;
    private static readonly string Later = The.OtherP256.Id;

    private readonly KeyPublication _issuer =
        new(new IssuerConfiguration { Issuer = The.Issuer, Audiences = [The.Audience], JwksUri = KeyPublication.Address });

    [Fact]
    public async Task A_cold_start_with_an_unknown_key_id_fetches_once()
    {
        Assert.Null(await _issuer.FindAsync("junk"));
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task A_key_id_that_one_fetch_did_not_bring_causes_no_other_for_five_minutes()
    {
        await _issuer.FetchAsync();
        Assert.Null(await _issuer.FindAsync("junk"));
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());

        for (int second = 0; second < 299; second++)
        {
            _issuer.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Null(await _issuer.FindAsync("junk"));
        }

        Assert.Empty(_issuer.TakeAsked());
        _issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await _issuer.FindAsync("junk"));
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
    }

    [Fact]
    public async Task So_whoever_repeats_one_leaves_the_allowance_to_a_true_rotation()
    {
        await _issuer.FetchAsync();
        for (int second = 0; second < 60; second++)
        {
            Assert.Null(await _issuer.FindAsync($"junk{second % 3}"));
            _issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, _issuer.TakeAsked().Count);
        _issuer.Publish(The.P256, The.OtherP256);

        Assert.Equal(Later, await _issuer.FindAsync(Later));
    }

    [Fact]
    public async Task A_key_that_any_later_fetch_brings_is_found_at_once_though_its_id_is_remembered()
    {
        await _issuer.FetchAsync();
        Assert.Null(await _issuer.FindAsync(Later));
        _issuer.Publish(The.P256, The.OtherP256, The.P384);
        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await _issuer.FindAsync(Later));

        Assert.Equal(The.P384.Id, await _issuer.FindAsync(The.P384.Id));

        Assert.Equal(Later, await _issuer.FindAsync(Later));
    }

    [Fact]
    public async Task A_key_id_that_no_fetch_was_made_for_is_not_remembered()
    {
        await _issuer.FetchAsync();
        Assert.Null(await _issuer.FindAsync("junk"));
        _issuer.TakeAsked();
        Assert.Null(await _issuer.FindAsync(Later));
        Assert.Empty(_issuer.TakeAsked());
        _issuer.Publish(The.P256, The.OtherP256);

        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(Later, await _issuer.FindAsync(Later));
    }

    [Fact]
    public async Task A_key_id_whose_fetch_failed_is_not_remembered()
    {
        await _issuer.FetchAsync();
        _issuer.GoDown();
        Assert.Equal("issuer_unreachable", await _issuer.OutageAsync(Later));
        _issuer.Publish(The.P256, The.OtherP256);

        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(Later, await _issuer.FindAsync(Later));
    }

    [Fact]
    public async Task A_fetch_that_was_under_way_says_nothing_of_a_key_published_meanwhile()
    {
        await _issuer.FetchAsync();
        _issuer.Clock.Advance(TimeSpan.FromHours(1));
        TaskCompletionSource<string> answer = _issuer.Documents.Hold(KeyPublication.Address);
        Task<string?> refreshing = _issuer.FindAsync(Known);
        Task<string?> early = _issuer.FindAsync(Later);
        _issuer.Publish(The.P256, The.OtherP256);

        answer.SetResult(Some.KeySetText(The.P256.Jwk()));

        Assert.Equal(Known, await refreshing);
        Assert.Equal(Later, await early);
    }

    [Fact]
    public async Task Nor_is_a_key_id_remembered_for_the_fetch_that_another_one_caused()
    {
        await _issuer.FetchAsync();
        TaskCompletionSource<string> answer = _issuer.Documents.Hold(KeyPublication.Address);
        Task<string?> junk = _issuer.FindAsync("junk");
        Task<string?> early = _issuer.FindAsync(Later);
        answer.SetResult(Some.KeySetText(The.P256.Jwk()));
        Assert.Null(await junk);
        Assert.Null(await early);
        _issuer.Publish(The.P256, The.OtherP256);

        _issuer.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(Later, await _issuer.FindAsync(Later));
    }

    [Fact]
    public async Task A_token_without_a_key_id_that_no_single_key_fits_causes_a_fetch_like_an_unknown_one()
    {
        _issuer.Publish(The.P256, The.OtherP256);
        await _issuer.FetchAsync();
        Assert.Null(await _issuer.FindAsync(null));
        Assert.Equal([KeyPublication.Address], _issuer.TakeAsked());
        _issuer.Publish(The.OtherP256);
        _issuer.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Later, await _issuer.FindAsync(null));
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
                UnknownKeyBurst = 2,
                UnknownKeyRefill = TimeSpan.FromSeconds(60),
                UnknownKeyInterval = TimeSpan.Zero,
                UnknownKeyMemory = TimeSpan.FromSeconds(7),
                UnknownKeyCount = 1,
            },
        });
        await issuer.FetchAsync();

        foreach (string keyId in new[] { "a", "a", "b", "b", "c" })
        {
            Assert.Null(await issuer.FindAsync(keyId));
        }

        Assert.Equal(2, issuer.TakeAsked().Count);
        issuer.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await issuer.FindAsync("a"));
        issuer.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await issuer.FindAsync("a"));
        Assert.Equal(2, issuer.TakeAsked().Count);
    }
}
