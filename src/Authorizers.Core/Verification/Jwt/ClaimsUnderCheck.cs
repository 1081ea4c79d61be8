using Authorizers.Core.Configuration;
using Authorizers.Core.Events;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>A token whose issuer vouches for its claims, and what they are held against.</summary>
internal readonly ref struct ClaimsUnderCheck
{
    public required VerifiedClaims Claims { get; init; }

    /// <summary>
    /// True for what an issuer says of an opaque token, which has no header. All its members are optional (RFC 7662 section 2.2).
    /// </summary>
    public bool IsAnswer { get; init; }

    /// <summary>The header's "typ"; null when it has none.</summary>
    public required string? Type { get; init; }

    public required IssuerConfiguration Issuer { get; init; }

    /// <summary>How far clocks may disagree.</summary>
    public required TimeSpan ClockSkew { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>What the client opened its connection with; null for none, and where no event can tell.</summary>
    public ClientCertificate? Presented { get; init; }
}
