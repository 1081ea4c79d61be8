using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Verifies JWT access tokens. The order of checks is a contract: size, shape, header, issuer, key, signature, claims. Cheap
/// checks come
/// before the ones that may fetch keys, and no claim is believed before the signature holds.
/// </summary>
public sealed class JwtVerifier
{
    private readonly IReadOnlyList<TrustedIssuer> _issuers;
    private readonly PrincipalClaims _principals;
    private readonly TimeSpan _clockSkew;
    private readonly TimeProvider _clock;

    private readonly Action<string> _warn;

    internal JwtVerifier(
        AuthorizerConfiguration configuration, IReadOnlyList<TrustedIssuer> issuers, TimeProvider clock, Action<string> warn)
    {
        (_issuers, _clockSkew, _clock, _warn) = (issuers, configuration.ClockSkew, clock, warn);
        _principals = new PrincipalClaims(configuration.Context);
    }

    /// <summary>Makes a verifier for the configured issuers; nothing is fetched yet.</summary>
    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
    /// <param name="clock">For every time check and every timeout.</param>
    /// <param name="warn">Takes a line for the operator; it holds no text from a credential.</param>
    public static JwtVerifier Create(AuthorizerConfiguration configuration, TimeProvider clock, Action<string> warn)
    {
        var documents = new HttpDocuments(new OutboundHttp());
        return new JwtVerifier(
            configuration,
            [.. configuration.Issuers.Select(issuer => TrustedIssuer.Create(issuer, documents, clock, warn))],
            clock,
            warn);
    }

    /// <summary>
    /// Fetches what must be fetched, once, during INIT. An issuer that is down is a warning: the first token of its tries again.
    /// </summary>
    /// <param name="deadline">When INIT must be over.</param>
    public async Task PrepareAsync(Deadline deadline)
    {
        foreach (TrustedIssuer issuer in _issuers)
        {
            try
            {
                await issuer.Keys.PrepareAsync(deadline);
            }
            catch (OutageException e)
            {
                _warn($"{e.Code}: {e.Message}");
            }
        }
    }

    /// <summary>A principal, or the first check that failed.</summary>
    /// <exception cref="OutageException">The issuer's keys are needed and cannot be had.</exception>
    public async ValueTask<VerificationResult> VerifyAsync(BearerToken token, Deadline deadline)
    {
        if (!UnverifiedJwt.TryParse(token.Text, out UnverifiedJwt? jwt, out Rejection? rejection))
        {
            return new VerificationResult(rejection);
        }

        using (jwt)
        {
            if (FindIssuer(jwt.ClaimedIssuer) is not { } issuer)
            {
                return new VerificationResult(Rejection.IssuerUnknown);
            }

            if (!issuer.Settings.Algorithms.Contains(jwt.Header.Algorithm))
            {
                return new VerificationResult(Rejection.AlgorithmNotAllowed, new Evidence(issuer.Settings.Issuer, null));
            }

            ValueTask<VerificationKey?> finding = issuer.Keys.FindAsync(jwt.Header, deadline);
            bool fetched = !finding.IsCompleted;
            VerificationKey? key = await finding;
            var evidence = new Evidence(issuer.Settings.Issuer, key?.Id, fetched);
            return key is null ? new VerificationResult(Rejection.KeyUnknown, evidence) : Verify(jwt, issuer.Settings, key, evidence);
        }
    }

    private VerificationResult Verify(UnverifiedJwt jwt, IssuerConfiguration issuer, VerificationKey key, Evidence evidence)
    {
        if (!key.Fits(jwt.Header.Algorithm))
        {
            return new VerificationResult(Rejection.KeyUnsuitable, evidence);
        }

        if (!jwt.TryVerify(key, out VerifiedClaims claims))
        {
            return new VerificationResult(Rejection.SignatureInvalid, evidence);
        }

        Rejection? rejection = ClaimChecks.FirstFailure(claims, jwt.Header, issuer, _clockSkew, _clock.GetUtcNow());
        Principal? principal = null;
        rejection ??= _principals.TryRead(claims, issuer, out principal);
        return rejection is null ? new VerificationResult(principal!, evidence) : new VerificationResult(rejection, evidence);
    }

    private TrustedIssuer? FindIssuer(string? claimed)
    {
        foreach (TrustedIssuer issuer in _issuers)
        {
            if (issuer.Settings.IsSpelled(claimed))
            {
                return issuer;
            }
        }

        return null;
    }
}
