using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

/// <summary>Where <see cref="FetchedKeys"/> look for the metadata of an issuer that is no OpenID provider (RFC 8414).</summary>
public sealed class FallbackDiscoveryTests
{
    private const string Fallback = "https://issuer.example/.well-known/oauth-authorization-server";

    private static readonly string Known = The.P256.Id;

    [Fact]
    public async Task Metadata_that_is_not_found_is_looked_for_where_an_authorization_server_has_it()
    {
        var issuer = new KeyPublication();
        issuer.Documents.Lose(KeyPublication.Discovery);
        issuer.Documents.Serve(Fallback, KeyPublication.Metadata(The.Issuer, KeyPublication.Address));

        Assert.Equal(Known, await issuer.FindAsync(Known));
        Assert.Equal([KeyPublication.Discovery, Fallback, KeyPublication.Address], issuer.TakeAsked());
    }

    [Fact]
    public async Task After_any_other_failure_it_is_not()
    {
        var issuer = new KeyPublication();
        issuer.Documents.Fail(KeyPublication.Discovery);

        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
        Assert.Equal([KeyPublication.Discovery], issuer.TakeAsked());
    }

    [Fact]
    public async Task Nor_when_the_metadata_is_there_and_bad()
    {
        var issuer = new KeyPublication();
        issuer.Documents.Serve(KeyPublication.Discovery, "{}");

        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
        Assert.Equal([KeyPublication.Discovery], issuer.TakeAsked());
    }

    [Fact]
    public async Task Nor_when_a_key_set_is_not_found()
    {
        var issuer = new KeyPublication();
        issuer.Documents.Lose(KeyPublication.Address);

        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
        Assert.Equal([KeyPublication.Discovery, KeyPublication.Address], issuer.TakeAsked());
    }

    [Fact]
    public async Task Nor_for_an_address_that_was_configured()
    {
        var issuer = new KeyPublication(new IssuerConfiguration
        {
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            DiscoveryAddress = KeyPublication.Discovery,
        });
        issuer.Documents.Lose(KeyPublication.Discovery);

        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
        Assert.Equal([KeyPublication.Discovery], issuer.TakeAsked());
    }

    [Fact]
    public async Task Metadata_found_there_must_speak_for_the_issuer_too()
    {
        var issuer = new KeyPublication();
        issuer.Documents.Lose(KeyPublication.Discovery);
        issuer.Documents.Serve(Fallback, KeyPublication.Metadata("https://evil.example/", KeyPublication.Address));

        string message = await issuer.OutageMessageAsync(Known);

        Assert.Equal($"{Fallback} speaks for another issuer than {The.Issuer}.", message);
        Assert.Equal([KeyPublication.Discovery, Fallback], issuer.TakeAsked());
    }

    [Fact]
    public async Task When_it_is_nowhere_that_is_an_outage()
    {
        var issuer = new KeyPublication();
        issuer.Documents.Lose(KeyPublication.Discovery);
        issuer.Documents.Lose(Fallback);

        Assert.Equal("issuer_unreachable", await issuer.OutageAsync(Known));
        Assert.Equal([KeyPublication.Discovery, Fallback], issuer.TakeAsked());
    }
}
