using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>
/// Verifies opaque tokens: the issuer must call the token active, and what it says of it must pass the checks of a JWT's
/// claims. These are made anew for every call, whether or not the answer was at hand.
/// </summary>
internal sealed class IntrospectionVerifier(
    AuthorizerConfiguration configuration, IssuerConfiguration issuer, IntrospectedTokens tokens, TimeProvider clock)
{
    private readonly PrincipalClaims _principals = new(configuration);

    /// <summary>Null when no issuer answers for opaque tokens.</summary>
    public static IntrospectionVerifier? Create(AuthorizerConfiguration configuration, OutboundHttp http, TimeProvider clock)
    {
        IssuerConfiguration? issuer = configuration.Issuers.FirstOrDefault(entry => entry.Introspection is not null);
        if (issuer?.Introspection is not { } settings)
        {
            return null;
        }

        var endpoint = new IntrospectionEndpoint(settings, http, clock);
        return new IntrospectionVerifier(configuration, issuer, new IntrospectedTokens(settings, endpoint, clock), clock);
    }

    /// <exception cref="OutageException">The issuer cannot be asked.</exception>
    public async ValueTask<VerificationResult> VerifyAsync(
        BearerToken token, Deadline deadline, ClientCertificate? presented = null)
    {
        ValueTask<IntrospectionAnswer> asking = tokens.AskAsync(token, deadline);
        bool asked = !asking.IsCompleted;
        IntrospectionAnswer answer = await asking;
        var evidence = new Evidence(issuer.Issuer, null, asked);
        return answer.IsActive
            ? Check(answer.Claims, presented, evidence)
            : new VerificationResult(Rejection.TokenInactive, evidence);
    }

    private VerificationResult Check(VerifiedClaims claims, ClientCertificate? presented, Evidence evidence)
    {
        var answer = new ClaimsUnderCheck
        {
            Claims = claims,
            IsAnswer = true,
            Type = null,
            Issuer = issuer,
            ClockSkew = configuration.ClockSkew,
            Now = clock.GetUtcNow(),
            Presented = presented,
        };
        Principal? principal = null;
        Rejection? rejection = ClaimChecks.FirstFailure(answer) ?? _principals.TryRead(claims, issuer, out principal);
        return rejection is null ? new VerificationResult(principal!, evidence) : new VerificationResult(rejection, evidence);
    }
}
