using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>A token whose issuer vouches for its claims, and what they are held against.</summary>
internal readonly ref struct ClaimsUnderCheck
{
    public required VerifiedClaims Claims { get; init; }

    /// <summary>The header's "typ"; null when it has none.</summary>
    public required string? Type { get; init; }

    public required IssuerConfiguration Issuer { get; init; }

    /// <summary>How far clocks may disagree.</summary>
    public required TimeSpan ClockSkew { get; init; }

    public required DateTimeOffset Now { get; init; }
}
