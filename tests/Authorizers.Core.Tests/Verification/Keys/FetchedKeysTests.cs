using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>Where keys come from, and what happens when they do not.</summary>
public sealed class FetchedKeysTests
{
    private static readonly string Known = The.P256.Id;

    [Fact]
    public async Task Keys_are_discovered_when_they_are_first_needed()
    {
        var issuer = new KeyPublication();
        Assert.Empty(issuer.TakeAsked());

        Assert.Equal(Known, await issuer.FindAsync(Known));
        Assert.Equal([KeyPublication.Discovery, KeyPublication.Address], issuer.TakeAsked());

        Assert.Equal(Known, await issuer.FindAsync(Known));
        Assert.Empty(issuer.TakeAsked());
    }

    [Fact]
    public async Task Keys_fetched_in_preparation_are_at_hand()
    {
        var issuer = new KeyPublication();
        using Deadline deadline = Some.Deadline(issuer.Clock);

        await issuer.Keys.PrepareAsync(deadline);

        Assert.Equal([KeyPublication.Discovery, KeyPublication.Address], issuer.TakeAsked());
        Assert.Equal(Known, await issuer.FindAsync(Known));
        Assert.Empty(issuer.TakeAsked());
    }

    [Fact]
    public async Task A_configured_address_needs_no_discovery()
    {
        var issuer = new KeyPublication(WithKeysAt(KeyPublication.Address));

        Assert.Equal(Known, await issuer.FindAsync(Known));
        Assert.Equal([KeyPublication.Address], issuer.TakeAsked());
    }

    [Fact]
    public async Task Metadata_may_name_an_alternate_issuer()
    {
        var issuer = new KeyPublication(new IssuerConfiguration
        {
            Issuer = The.Issuer,
            AlternateIssuers = ["issuer.example"],
            Audiences = [The.Audience],
            DiscoveryAddress = KeyPublication.Discovery,
        });
        issuer.Documents.Serve(KeyPublication.Discovery, KeyPublication.Metadata("issuer.example", KeyPublication.Address));

        Assert.Equal(Known, await issuer.FindAsync(Known));
    }

    [Theory]
    [InlineData("https://issuer.example", "https://issuer.example/keys")]
    [InlineData("https://evil.example/", "https://issuer.example/keys")]
    [InlineData("https://issuer.example/", "http://issuer.example/keys")]
    [InlineData("https://issuer.example/", "http://localhost/keys")]
    [InlineData("https://issuer.example/", "https://user:secret@issuer.example/keys")]
    [InlineData("https://issuer.example/", "file:///etc/passwd")]
    [InlineData("https://issuer.example/", "/keys")]
    [InlineData("https://issuer.example/", "")]
    public async Task Metadata_of_another_issuer_or_with_an_unsafe_address_is_an_outage(string name, string address)
    {
        var issuer = new KeyPublication();
        issuer.Documents.Serve(KeyPublication.Discovery, KeyPublication.Metadata(name, address));

        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
        Assert.Equal([KeyPublication.Discovery], issuer.TakeAsked());
    }

    [Fact]
    public async Task Plain_HTTP_to_a_loopback_host_can_be_allowed()
    {
        var issuer = new KeyPublication(new IssuerConfiguration
        {
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            DiscoveryAddress = KeyPublication.Discovery,
            AllowHttp = true,
        });
        issuer.Documents.Serve(KeyPublication.Discovery, KeyPublication.Metadata(The.Issuer, "http://127.0.0.1:8080/keys"));
        issuer.Documents.Serve("http://127.0.0.1:8080/keys", Some.KeySetText(The.P256.Jwk()));

        Assert.Equal(Known, await issuer.FindAsync(Known));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"oct","k":"AQAB"}]}""")]
    public async Task A_key_set_without_a_usable_key_is_an_outage(string text)
    {
        var issuer = new KeyPublication();
        issuer.Documents.Serve(KeyPublication.Address, text);

        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
    }

    [Fact]
    public async Task An_issuer_that_is_down_is_an_outage_until_it_is_back()
    {
        var issuer = new KeyPublication(WithKeysAt(KeyPublication.Address));
        issuer.GoDown();
        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(null));

        issuer.Publish(The.P256);
        issuer.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(Known, await issuer.FindAsync(Known));
    }

    [Fact]
    public async Task An_issuer_that_is_down_in_preparation_is_an_outage()
    {
        var issuer = new KeyPublication();
        issuer.GoDown();
        using Deadline deadline = Some.Deadline(issuer.Clock);

        await Assert.ThrowsAsync<OutageException>(() => issuer.Keys.PrepareAsync(deadline));
    }

    [Fact]
    public async Task Each_skipped_key_is_a_warning_that_names_the_address()
    {
        var issuer = new KeyPublication();
        issuer.Documents.Serve(KeyPublication.Address, Some.KeySetText(The.P256.Jwk(), SigningKey.Rsa("weak", 1024).Jwk()));

        Assert.Equal(Known, await issuer.FindAsync(Known));

        Assert.Equal(
            [$"A key of {KeyPublication.Address} is skipped: keys[1]: \"n\" is even or not of 2,048 to 8,192 bits."],
            issuer.Warnings);
    }

    private static IssuerConfiguration WithKeysAt(string address) =>
        new() { Issuer = The.Issuer, Audiences = [The.Audience], JwksUri = address };
}
