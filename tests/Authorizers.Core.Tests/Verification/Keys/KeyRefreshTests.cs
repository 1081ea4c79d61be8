using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>How <see cref="FetchedKeys"/> age, and what makes them be fetched again.</summary>
public sealed class KeyRefreshTests
{
    private static readonly string Known = The.P256.Id;
    private static readonly string Later = The.OtherP256.Id;
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    [Fact]
    public async Task Keys_are_fetched_again_after_an_hour_from_wherever_they_then_are()
    {
        KeyPublication issuer = await FetchedAsync();

        issuer.Clock.Advance(TimeSpan.FromHours(1) - Moment);
        Assert.Equal(Known, await issuer.FindAsync(Known));
        Assert.Empty(issuer.TakeAsked());

        issuer.Clock.Advance(Moment);
        Assert.Equal(Known, await issuer.FindAsync(Known));
        Assert.Equal([KeyPublication.Discovery, KeyPublication.Address], issuer.TakeAsked());
    }

    [Fact]
    public async Task Keys_that_were_left_behind_when_the_issuer_moved_them_are_gone_after_an_hour()
    {
        const string Elsewhere = "https://issuer.example/keys/2";
        KeyPublication issuer = await FetchedAsync();
        issuer.Documents.Serve(KeyPublication.Discovery, KeyPublication.Metadata(The.Issuer, Elsewhere));
        issuer.Documents.Serve(Elsewhere, Some.KeySetText(The.OtherP256.Jwk()));

        issuer.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(The.OtherP256.Id, await issuer.FindAsync(The.OtherP256.Id));
        Assert.Null(await issuer.FindAsync(Known));
    }

    [Fact]
    public async Task Keys_that_are_fetched_again_unchanged_keep_their_objects_and_changed_ones_do_not()
    {
        KeyPublication issuer = await FetchedAsync();
        VerificationKey? first = await issuer.FindKeyAsync(Known);
        issuer.Publish(The.OtherP256, The.P256);
        issuer.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Same(first, await issuer.FindKeyAsync(Known));
        Assert.Contains(KeyPublication.Address, issuer.TakeAsked());
        issuer.Documents.Serve(KeyPublication.Address, Some.KeySetText(SigningKey.EllipticCurve(Known, "P-256").Jwk()));
        issuer.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotSame(first, await issuer.FindKeyAsync(Known));
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_is_gone_after_an_hour()
    {
        KeyPublication issuer = await FetchedAsync();
        issuer.Publish(The.OtherP256);

        issuer.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Later, await issuer.FindAsync(Later));
        Assert.Null(await issuer.FindAsync(Known));
    }

    [Fact]
    public async Task Old_keys_serve_for_twelve_hours_when_the_issuer_is_down()
    {
        KeyPublication issuer = await FetchedAsync();
        issuer.GoDown();

        issuer.Clock.Advance(TimeSpan.FromHours(12) - Moment);
        Assert.Equal(Known, await issuer.FindAsync(Known));
        string warning = Assert.Single(issuer.Warnings);
        Assert.StartsWith("issuer_unreachable: ", warning, StringComparison.Ordinal);
        Assert.EndsWith("Keys of 2026-11-20T12:00:00.0000000+00:00 go on serving.", warning, StringComparison.Ordinal);

        issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
    }

    [Fact]
    public async Task Keys_that_have_moved_are_discovered_once_their_old_address_fails()
    {
        KeyPublication issuer = await FetchedAsync();
        issuer.Documents.Fail(KeyPublication.Address);
        issuer.Documents.Serve(KeyPublication.Discovery, KeyPublication.Metadata(The.Issuer, "https://new.example/"));
        issuer.Documents.Serve("https://new.example/", Some.KeySetText(The.OtherP256.Jwk()));
        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Later));
        Assert.Equal([KeyPublication.Address], issuer.TakeAsked());

        issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(Later, await issuer.FindAsync(Later));

        Assert.Equal([KeyPublication.Discovery, "https://new.example/"], issuer.TakeAsked());
    }

    [Fact]
    public async Task Keys_fetched_again_are_young_again()
    {
        KeyPublication issuer = await FetchedAsync();
        issuer.GoDown();
        issuer.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(Known, await issuer.FindAsync(Known));
        issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        issuer.Publish(The.P256);
        issuer.Documents.Serve(KeyPublication.Discovery, KeyPublication.Metadata(The.Issuer, KeyPublication.Address));
        Assert.Equal(Known, await issuer.FindAsync(Known));

        issuer.GoDown();
        issuer.Clock.Advance(TimeSpan.FromHours(11));

        Assert.Equal(Known, await issuer.FindAsync(Known));
    }

    [Fact]
    public async Task An_unknown_key_id_fetches_the_keys_alone_and_finds_a_new_one()
    {
        KeyPublication issuer = await FetchedAsync();
        issuer.Publish(The.P256, The.OtherP256);

        Assert.Equal(Later, await issuer.FindAsync(Later));
        Assert.Equal([KeyPublication.Address], issuer.TakeAsked());
    }

    [Fact]
    public async Task Junk_key_ids_fetch_no_more_often_than_the_allowance_says()
    {
        KeyPublication issuer = await FetchedAsync();

        Assert.Null(await issuer.FindAsync("junk"));
        Assert.Equal([KeyPublication.Address], issuer.TakeAsked());
        for (int i = 0; i < 100; i++)
        {
            Assert.Null(await issuer.FindAsync($"junk{i}"));
        }

        Assert.Empty(issuer.TakeAsked());
        issuer.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await issuer.FindAsync("junk0"));
        Assert.Equal([KeyPublication.Address], issuer.TakeAsked());
    }

    [Fact]
    public async Task A_token_without_a_key_id_fetches_nothing()
    {
        KeyPublication issuer = await FetchedAsync();
        issuer.Publish(The.P256, The.OtherP256);

        Assert.Equal(Known, await issuer.FindAsync(null));
        Assert.Empty(issuer.TakeAsked());
    }

    [Fact]
    public async Task An_unknown_key_id_while_the_issuer_is_down_is_an_outage_and_known_ones_still_serve()
    {
        KeyPublication issuer = await FetchedAsync();
        issuer.GoDown();

        Assert.Equal("issuer_unreachable", await issuer.OutageAsync("junk"));
        Assert.Equal(Known, await issuer.FindAsync(Known));
    }

    [Fact]
    public async Task Packaged_keys_serve_at_once_and_are_refreshed_like_any_others()
    {
        KeyPublication issuer = Packaged();
        Assert.Equal(Known, await issuer.FindAsync(Known));
        Assert.Empty(issuer.TakeAsked());

        issuer.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await issuer.FindAsync(Known));
        Assert.Equal(Later, await issuer.FindAsync(Later));
    }

    [Fact]
    public async Task A_key_newer_than_the_packaged_ones_is_fetched()
    {
        KeyPublication issuer = Packaged();

        Assert.Equal(Later, await issuer.FindAsync(Later));
    }

    /// <summary>An issuer that has other keys by now than those that were deployed with the function.</summary>
    private static KeyPublication Packaged()
    {
        var issuer = new KeyPublication(new IssuerConfiguration
        {
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            PackagedKeys = Some.KeySet(The.P256),
            JwksUri = KeyPublication.Address,
        });
        issuer.Publish(The.OtherP256);
        return issuer;
    }

    private static async Task<KeyPublication> FetchedAsync()
    {
        var issuer = new KeyPublication();
        Assert.Equal(Known, await issuer.FindAsync(Known));
        issuer.TakeAsked();
        return issuer;
    }
}
