using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification;

public sealed class TrustedIssuerTests
{
    [Fact]
    public void Packaged_keys_without_an_address_are_all_there_is() =>
        Assert.IsType<PackagedKeys>(KeysOf(packaged: true, hasAddress: false));

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void All_other_keys_are_fetched(bool packaged, bool hasAddress) =>
        Assert.IsType<FetchedKeys>(KeysOf(packaged, hasAddress));

    private static IKeySource KeysOf(bool packaged, bool hasAddress)
    {
        var settings = new IssuerConfiguration
        {
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            PackagedKeys = packaged ? Some.KeySet(The.P256) : null,
            HasAddress = hasAddress,
        };
        return TrustedIssuer.Create(settings, new HttpDocuments(new OutboundHttp()), new StoppedClock(), Assert.Null).Keys;
    }
}
