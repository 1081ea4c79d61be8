using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// A token that passed all checks. What can change afterwards, the time and the issuer's keys, is checked again at every use.
/// </summary>
/// <param name="Issuer">Whose token it is.</param>
/// <param name="Header">To look its key up again.</param>
/// <param name="Key">
/// The key that verified it; when the issuer publishes another in its place, the token is verified anew.
/// </param>
/// <param name="Lifetime">When it is good.</param>
/// <param name="Principal">Whom it speaks for.</param>
/// <param name="Binding">To a certificate, which each of its callers must present; null when it is bound to none.</param>
internal sealed record VerifiedToken(
    TrustedIssuer Issuer,
    JoseHeader Header,
    VerificationKey Key,
    TokenLifetime Lifetime,
    Principal Principal,
    CertificateBinding? Binding)
{
    /// <summary>The type's name: a principal is nothing to print.</summary>
    public override string ToString() => nameof(VerifiedToken);
}
