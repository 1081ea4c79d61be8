using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Events;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Core.Verification;

/// <summary>
/// Verifies what a call presents: a bearer token, an API key or both. With both, the principal is the token's, calls are metered
/// by the key, and only what either may call alone is granted.
/// </summary>
public sealed class CallerVerifier
{
    private readonly AuthorizerConfiguration _configuration;
    private readonly TokenVerifier _tokens;
    private readonly ApiKeyVerifier? _keys;
    private readonly BearerSources _bearerSources;

    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
    /// <param name="tokens">For bearer tokens.</param>
    /// <param name="keys">Needed where the configuration takes API keys.</param>
    /// <exception cref="ArgumentNullException">It takes them, and there is no verifier of them.</exception>
    public CallerVerifier(AuthorizerConfiguration configuration, TokenVerifier tokens, ApiKeyVerifier? keys = null)
    {
        if (configuration.Credentials.ApiKey && keys is null)
        {
            throw new ArgumentNullException(nameof(keys), "The configuration takes API keys.");
        }

        (_configuration, _tokens, _keys) = (configuration, tokens, keys);
        _bearerSources = new BearerSources(configuration.BearerSources);
    }

    /// <summary>Makes ready during INIT what can be.</summary>
    /// <param name="deadline">When INIT must be over.</param>
    public async Task PrepareAsync(Deadline deadline)
    {
        await _tokens.PrepareAsync(deadline);
        await (_keys?.PrepareAsync(deadline) ?? Task.CompletedTask);
    }

    /// <summary>A principal, or the first check that failed. What needs nobody else is checked first.</summary>
    /// <exception cref="OutageException">Somebody is needed who cannot be asked.</exception>
    public async ValueTask<VerificationResult> VerifyAsync(AuthorizerRequest request, RequestValues values, Deadline deadline)
    {
        (bool takesKey, bool takesToken, bool needsAll) = _configuration.Credentials;
        (ApiKey? key, BearerToken token) = (null, default);
        Rejection? noKey = !takesKey ? Rejection.CredentialMissing
            : _keys!.Sources.TryRead(values, out key, out Rejection? keyProblem) ? null
            : keyProblem;
        Rejection? noToken = !takesToken ? Rejection.CredentialMissing
            : _bearerSources.TryRead(values, out token, out Rejection? tokenProblem) ? null
            : tokenProblem;

        // Who may choose, and presents both, is held to both: which of the two counts is not for the caller to say.
        bool wantsKey = takesKey && (needsAll || noKey != Rejection.CredentialMissing);
        bool wantsToken = takesToken && (needsAll || noToken != Rejection.CredentialMissing);
        Rejection? rejection = (wantsKey ? noKey : null) ?? (wantsToken ? noToken : null);
        if (rejection is not null || !(wantsKey || wantsToken))
        {
            return new VerificationResult(rejection ?? Rejection.CredentialMissing);
        }

        VerificationResult bearer = wantsToken ? await _tokens.VerifyAsync(token, deadline, CertificateThatCounts(request)) : default;
        if (!wantsKey || (wantsToken && !bearer.Succeeded))
        {
            return bearer;
        }

        VerificationResult holder = await _keys!.VerifyAsync(key!, AddressThatCounts(values), deadline);
        return wantsToken ? Join(bearer, holder) : holder;
    }

    private VerificationResult Join(VerificationResult bearer, VerificationResult holder)
    {
        var evidence = Evidence.Of(bearer.Evidence, holder.Evidence);
        if (!holder.Succeeded)
        {
            return new VerificationResult(holder.Rejection, evidence);
        }

        (Principal principal, Principal key) = (bearer.Principal!, holder.Principal);
        KeyValuePair<string, object>[] context =
        [
            .. principal.Context,
            .. key.Context.ExceptBy(principal.Context.Select(told => told.Key), told => told.Key, StringComparer.OrdinalIgnoreCase),
        ];
        bool fits = ContextJson.Fits(context, _configuration.MaxContextBytes);
        return new VerificationResult(
            new Principal
            {
                Id = principal.Id,
                Scopes = principal.Scopes,
                Groups = principal.Groups,
                Claims = principal.Claims,
                Context = fits ? context : [],
                Expires = principal.Expires is null || key.Expires < principal.Expires ? key.Expires : principal.Expires,
                UsageIdentifierKey = key.UsageIdentifierKey,
                KeyHolder = key,
                Obstacle = principal.Obstacle ?? key.Obstacle ?? (fits ? null : Rejection.ContextTooLarge),
            },
            evidence);
    }

    /// <summary>None where API Gateway would give the answer it keeps to the same token from another certificate too.</summary>
    private ClientCertificate? CertificateThatCounts(AuthorizerRequest request) =>
        _configuration.TellsCertificatesApart ? request.ClientCertificate : null;

    /// <summary>None where it would give that answer to the same key from another address too.</summary>
    private string? AddressThatCounts(RequestValues values) =>
        _configuration.TellsAddressesApart && values.Of(RequestKey.SourceAddress) is [var address] ? address : null;
}
