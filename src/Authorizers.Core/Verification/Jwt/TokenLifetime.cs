using System.Runtime.InteropServices;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>When a token is good. Its claims do not change, but the time does: these are checked at every use of a token.</summary>
/// <param name="Expires">"exp", the first moment it is no longer good (RFC 7519 section 4.1.4); null when it has none.</param>
/// <param name="NotBefore">"nbf", the first moment it is good; null when it has none.</param>
/// <param name="IssuedAt">"iat"; null when it has none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenLifetime(DateTimeOffset? Expires, DateTimeOffset? NotBefore, DateTimeOffset? IssuedAt)
{
    /// <summary>Null when the token is good at this moment.</summary>
    public Rejection? FirstFailure(IssuerConfiguration issuer, TimeSpan skew, DateTimeOffset now) =>
        HasExpired(skew, now) ? Rejection.TokenExpired
        : IsTooEarly(skew, now) ? Rejection.TokenNotYetValid
        : IsFromFuture(skew, now) ? Rejection.TokenFromFuture
        : IsTooOld(issuer.MaxTokenAge, skew, now) ? Rejection.TokenTooOld
        : null;

    /// <summary>Not "expires + skew": a token that expires with the calendar, as some are made to, would overflow it.</summary>
    public bool HasExpired(TimeSpan skew, DateTimeOffset now) => now - skew >= Expires;

    public bool IsTooEarly(TimeSpan skew, DateTimeOffset now) => NotBefore > now + skew;

    /// <summary>A token issued in the future is refused, as API Gateway's own JWT authorizer does.</summary>
    public bool IsFromFuture(TimeSpan skew, DateTimeOffset now) => IssuedAt > now + skew;

    /// <summary>False where no age is too much.</summary>
    public bool IsTooOld(TimeSpan? maxAge, TimeSpan skew, DateTimeOffset now) =>
        maxAge is { } max && now - skew - max >= IssuedAt;
}
