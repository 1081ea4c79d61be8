using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class IssuerConfigurationTests
{
    private static readonly IssuerConfiguration Issuer =
        new() { Issuer = The.Issuer, AlternateIssuers = ["issuer.example"], Audiences = [The.Audience] };

    [Theory]
    [InlineData("https://issuer.example/")]
    [InlineData("issuer.example")]
    public void It_is_spelled_as_configured(string issuer) => Assert.True(Issuer.IsSpelled(issuer));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://issuer.example")]
    [InlineData("https://Issuer.example/")]
    [InlineData("https://issuer.example/ ")]
    [InlineData("ISSUER.example")]
    public void And_in_no_other_way(string? issuer) => Assert.False(Issuer.IsSpelled(issuer));

    [Fact]
    public void Unless_told_otherwise_it_accepts_nothing()
    {
        Assert.Empty(Issuer.Algorithms);
        Assert.False(Issuer.AnyAudience);
        Assert.False(Issuer.AllowHttp);
        Assert.Null(Issuer.PackagedKeys);
    }
}
