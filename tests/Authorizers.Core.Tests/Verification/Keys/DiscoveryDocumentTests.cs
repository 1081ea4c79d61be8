using Authorizers.Core.Verification.Keys;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class DiscoveryDocumentTests
{
    private const string Address = "https://issuer.example/.well-known/openid-configuration";

    private readonly FakeDocuments _documents = new();

    [Fact]
    public async Task Issuer_and_key_set_address_are_read_as_they_stand()
    {
        _documents.Serve(Address, """{"issuer":"https://issuer.example/","jwks_uri":"https://keys.example/","later":[{}]}""");

        OpenIdConnectConfiguration metadata = await ReadAsync();

        Assert.Equal("https://issuer.example/", metadata.Issuer);
        Assert.Equal("https://keys.example/", metadata.JwksUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"issuer":"a"}""")]
    [InlineData("""{"jwks_uri":"b"}""")]
    [InlineData("""{"issuer":null,"jwks_uri":"b"}""")]
    [InlineData("""{"issuer":"a","jwks_uri":["b"]}""")]
    [InlineData("""{"Issuer":"a","jwks_uri":"b"}""")]
    [InlineData("""{"issuer":"a","issuer":"a","jwks_uri":"b"}""")]
    [InlineData("""{"issuer":"a","jwks_uri":"b"}x""")]
    public async Task Anything_less_is_an_outage(string text)
    {
        _documents.Serve(Address, text);

        OutageException outage = await Assert.ThrowsAsync<OutageException>(ReadAsync);

        Assert.Equal("issuer_unreachable", outage.Code);
    }

    [Fact]
    public async Task An_outage_below_stays_one()
    {
        _documents.Fail(Address);

        await Assert.ThrowsAsync<OutageException>(ReadAsync);
    }

    private Task<OpenIdConnectConfiguration> ReadAsync() =>
        new DiscoveryDocument().GetConfigurationAsync(Address, _documents, CancellationToken.None);
}
