using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Issuer;

/// <summary>An issuer to pin.</summary>
/// <param name="Issuer">As configured.</param>
/// <param name="KeyFile">Where its key set goes, absolute.</param>
internal sealed record PinTarget(IssuerConfiguration Issuer, string KeyFile);
