using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Issuer;

/// <summary>An issuer to pin.</summary>
/// <param name="Issuer">As configured.</param>
/// <param name="KeyFile">Where its key set goes, absolute.</param>
internal sealed record PinTarget(IssuerConfiguration Issuer, string KeyFile)
{
    /// <summary>False where nothing says where keys are published, and where a function fetches none at its start.</summary>
    public bool HasKeys =>
        (Issuer.KeyFile is not null || !Issuer.KeysCanWait)
        && (Issuer.JwksUri is not null || IssuerAddress.IsAcceptable(Issuer.DiscoveryAddress, Issuer.AllowHttp));

    /// <summary>False where there is nothing to ask.</summary>
    public bool IsReachable => HasKeys || Issuer.Introspection is not null;
}
