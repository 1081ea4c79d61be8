using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Verifies JWT access tokens. The order of checks is a contract: size, shape, header, issuer, key, signature, claims. Cheap
/// checks come before the ones that may fetch keys, and no claim is believed before the signature holds. A token that passed is
/// remembered by its SHA-256: the next time it is the time and the keys alone that are checked.
/// </summary>
internal sealed class JwtVerifier
{
    private readonly IReadOnlyList<TrustedIssuer> _issuers;
    private readonly PrincipalClaims _principals;
    private readonly RecentTokens<VerifiedToken> _verified;
    private readonly TimeSpan _clockSkew;
    private readonly TimeProvider _clock;
    private readonly Action<string> _warn;

    public JwtVerifier(
        AuthorizerConfiguration configuration, IReadOnlyList<TrustedIssuer> issuers, TimeProvider clock, Action<string> warn)
    {
        (_issuers, _clockSkew, _clock, _warn) = (issuers, configuration.ClockSkew, clock, warn);
        _principals = new PrincipalClaims(configuration);
        _verified = new RecentTokens<VerifiedToken>(configuration.VerifiedTokens);
    }

    /// <summary>Makes a verifier for the configured issuers; nothing is fetched yet.</summary>
    public static JwtVerifier Create(
        AuthorizerConfiguration configuration, OutboundHttp http, TimeProvider clock, Action<string> warn)
    {
        var documents = new HttpDocuments(http);
        return new JwtVerifier(
            configuration,
            [.. configuration.Issuers.Select(issuer => TrustedIssuer.Create(issuer, documents, clock, warn))],
            clock,
            warn);
    }

    /// <summary>
    /// Fetches what must be fetched, once, during INIT, from all issuers side by side. One that is down is a warning: the first
    /// token of its tries again.
    /// </summary>
    /// <param name="deadline">When INIT must be over.</param>
    public Task PrepareAsync(Deadline deadline) => Task.WhenAll(
        _issuers.Where(issuer => !issuer.Settings.KeysCanWait).Select(issuer => PrepareAsync(issuer, deadline)));

    private async Task PrepareAsync(TrustedIssuer issuer, Deadline deadline)
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

    /// <summary>A principal, or the first check that failed.</summary>
    /// <exception cref="OutageException">The issuer's keys are needed and cannot be had.</exception>
    public ValueTask<VerificationResult> VerifyAsync(BearerToken token, Deadline deadline, ClientCertificate? presented = null)
    {
        var asked = new PresentedToken(token, presented);
        if (_verified.IsOff || token.Text.Length > UnverifiedJwt.MaxLength)
        {
            return VerifyAnewAsync(asked, null, false, deadline);
        }

        var digest = TokenDigest.Of(token.Text.Span);
        if (!_verified.TryGet(digest, out VerifiedToken? known))
        {
            return VerifyAnewAsync(asked, digest, false, deadline);
        }

        ValueTask<VerificationKey?> finding = known.Issuer.Keys.FindAsync(known.Header, deadline);
        if (!finding.IsCompletedSuccessfully)
        {
            return RecheckAsync(known, finding, asked, digest, deadline);
        }

        return finding.Result == known.Key
            ? new ValueTask<VerificationResult>(Recheck(known, presented, keysFetched: false))
            : VerifyAnewAsync(asked, digest, false, deadline);
    }

    private async ValueTask<VerificationResult> RecheckAsync(
        VerifiedToken known, ValueTask<VerificationKey?> finding, PresentedToken asked, TokenDigest digest, Deadline deadline) =>
        await finding == known.Key
            ? Recheck(known, asked.Certificate, keysFetched: true)
            : await VerifyAnewAsync(asked, digest, true, deadline);

    /// <summary>Whoever presented it before, each of its callers must present the certificate that it is bound to.</summary>
    private VerificationResult Recheck(VerifiedToken known, ClientCertificate? presented, bool keysFetched)
    {
        var evidence = new Evidence(known.Issuer.Settings.Issuer, known.Key.Id, keysFetched);
        Rejection? rejection = known.Lifetime.FirstFailure(known.Issuer.Settings, _clockSkew, _clock.GetUtcNow())
            ?? known.Binding?.FirstFailure(presented);
        return rejection is not null
            ? new VerificationResult(rejection, evidence)
            : new VerificationResult(known.Principal, evidence);
    }

    private async ValueTask<VerificationResult> VerifyAnewAsync(
        PresentedToken asked, TokenDigest? digest, bool keysFetched, Deadline deadline)
    {
        if (!UnverifiedJwt.TryParse(asked.Token.Text, out UnverifiedJwt? jwt, out Rejection? rejection))
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
            bool fetched = keysFetched || !finding.IsCompleted;
            VerificationKey? key = await finding;
            var evidence = new Evidence(issuer.Settings.Issuer, key?.Id, fetched);
            if (key is null)
            {
                return new VerificationResult(Rejection.KeyUnknown, evidence);
            }

            rejection = Verify(jwt, issuer, key, asked.Certificate, out VerifiedToken? verified);
            if (rejection == Rejection.SignatureInvalid || rejection == Rejection.KeyUnsuitable)
            {
                ValueTask<VerificationKey?> seeking = issuer.Keys.FindAnotherAsync(jwt.Header, key, deadline);
                fetched |= !seeking.IsCompleted;
                if (await seeking is { } another)
                {
                    key = another;
                    rejection = Verify(jwt, issuer, key, asked.Certificate, out verified);
                }

                evidence = new Evidence(issuer.Settings.Issuer, key.Id, fetched);
            }

            if (verified is not null && digest is { } remembered)
            {
                _verified.Set(remembered, verified);
            }

            return verified is null
                ? new VerificationResult(rejection!, evidence)
                : new VerificationResult(verified.Principal, evidence);
        }
    }

    /// <summary>Either a rejection or a verified token.</summary>
    private Rejection? Verify(
        UnverifiedJwt jwt, TrustedIssuer issuer, VerificationKey key, ClientCertificate? presented, out VerifiedToken? verified)
    {
        verified = null;
        if (!key.Fits(jwt.Header.Algorithm))
        {
            return Rejection.KeyUnsuitable;
        }

        if (!jwt.TryVerify(key, out VerifiedClaims claims))
        {
            return Rejection.SignatureInvalid;
        }

        var token = new ClaimsUnderCheck
        {
            Claims = claims,
            Type = jwt.Header.Type,
            Issuer = issuer.Settings,
            ClockSkew = _clockSkew,
            Now = _clock.GetUtcNow(),
            Presented = presented,
        };
        Principal? principal = null;
        Rejection? rejection = ClaimChecks.FirstFailure(token) ?? _principals.TryRead(claims, issuer.Settings, out principal);
        if (rejection is null)
        {
            CertificateBinding.FirstFailure(claims, presented, out CertificateBinding? binding);
            verified = new VerifiedToken(issuer, jwt.Header, key, ClaimChecks.Lifetime(claims), principal!, binding);
        }

        return rejection;
    }

    /// <summary>The entry that spells its issuer so; null when none does.</summary>
    public TrustedIssuer? FindIssuer(string? claimed)
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

    /// <summary>A token, and the certificate of who presents it.</summary>
    private readonly record struct PresentedToken(BearerToken Token, ClientCertificate? Certificate);
}
