using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Issuer;

/// <summary>An issuer whose keys are to be pinned.</summary>
/// <param name="Issuer">As configured.</param>
/// <param name="KeyFile">Where its key set goes, absolute.</param>
internal sealed record PinTarget(IssuerConfiguration Issuer, string KeyFile)
{
    /// <summary>It is asked about tokens, and nothing but its name says that it signs any.</summary>
    public bool MayHaveNoKeys => Issuer is { Introspection: not null, HasAddress: false, KeyFile: null };
}
