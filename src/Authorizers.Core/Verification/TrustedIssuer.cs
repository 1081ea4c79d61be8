using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Verification;

/// <summary>An issuer with its own keys and its own expectations: never any issuer with any key (RFC 8725 section 3.8).</summary>
internal sealed record TrustedIssuer(IssuerConfiguration Settings, IKeySource Keys)
{
    public static TrustedIssuer Create(IssuerConfiguration settings, HttpDocuments documents, TimeProvider clock, Action<string> warn) =>
        new(settings, settings is { PackagedKeys: { } packaged, HasAddress: false }
            ? new PackagedKeys(packaged)
            : new FetchedKeys(settings, documents, clock, warn));
}
