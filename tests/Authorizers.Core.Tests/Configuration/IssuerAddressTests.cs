using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class IssuerAddressTests
{
    [Theory]
    [InlineData("https://issuer.example", "https://issuer.example/.well-known/openid-configuration")]
    [InlineData("https://issuer.example/", "https://issuer.example/.well-known/openid-configuration")]
    [InlineData("https://issuer.example//", "https://issuer.example//.well-known/openid-configuration")]
    [InlineData("https://issuer.example/tenant/v2.0", "https://issuer.example/tenant/v2.0/.well-known/openid-configuration")]
    public void Metadata_lies_below_the_issuer(string issuer, string address) =>
        Assert.Equal(address, IssuerAddress.DefaultDiscovery(issuer));

    [Theory]
    [InlineData("https://issuer.example", "https://issuer.example/.well-known/oauth-authorization-server")]
    [InlineData("https://issuer.example/", "https://issuer.example/.well-known/oauth-authorization-server")]
    [InlineData("https://issuer.example/tenant", "https://issuer.example/.well-known/oauth-authorization-server/tenant")]
    [InlineData("https://issuer.example/a/b/", "https://issuer.example/.well-known/oauth-authorization-server/a/b")]
    [InlineData("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/.well-known/oauth-authorization-server/a")]
    [InlineData("any text", null)]
    public void Metadata_of_an_authorization_server_lies_between_its_host_and_its_path(string issuer, string? address) =>
        Assert.Equal(address, IssuerAddress.FallbackDiscovery(issuer));

    [Theory]
    [InlineData("https://issuer.example", false)]
    [InlineData("https://issuer.example:8443/path?a=b", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://LOCALHOST:8080/keys", true)]
    [InlineData("http://127.0.0.1:8080/", true)]
    [InlineData("http://[::1]:8080/", true)]
    public void An_https_address_is_acceptable_and_http_to_a_loopback_host_where_allowed(string address, bool needsHttp)
    {
        Assert.True(IssuerAddress.IsAcceptable(address, allowHttp: true));
        Assert.Equal(!needsHttp, IssuerAddress.IsAcceptable(address, allowHttp: false));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("issuer.example")]
    [InlineData("/keys")]
    [InlineData("//issuer.example/keys")]
    [InlineData("http://issuer.example/")]
    [InlineData("http://localhost.example/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("ftp://issuer.example/")]
    [InlineData("file:///keys.json")]
    [InlineData("https://user@issuer.example/")]
    [InlineData("https://user:secret@issuer.example/")]
    [InlineData("http://user@localhost/")]
    public void Any_other_is_not(string? address)
    {
        Assert.False(IssuerAddress.IsAcceptable(address, allowHttp: true));
        Assert.False(IssuerAddress.IsAcceptable(address, allowHttp: false));
    }
}
