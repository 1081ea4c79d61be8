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
    private readonly HashSet<string> _toldByTokens = new(StringComparer.OrdinalIgnoreCase);

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
        foreach ((string key, _) in configuration.Context)
        {
            _toldByTokens.Add(key);
        }
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
        if (Read(values, out ApiKey? key, out BearerToken? token) is { } rejection)
        {
            return new VerificationResult(rejection);
        }

        if (token is null)
        {
            return await _keys!.VerifyAsync(key!, AddressThatCounts(values), deadline);
        }

        VerificationResult bearer = await _tokens.VerifyAsync(token.Value, deadline, CertificateThatCounts(request));
        return key is null || !bearer.Succeeded
            ? bearer
            : Join(bearer, await _keys!.VerifyAsync(key, AddressThatCounts(values), deadline));
    }

    /// <summary>
    /// Null when there is what is asked for. Who may choose, and presents both, is held to both: which of the two counts is not for
    /// the caller to say.
    /// </summary>
    private Rejection? Read(RequestValues values, out ApiKey? key, out BearerToken? token)
    {
        (bool takesKey, bool takesToken, bool needsAll) = _configuration.Credentials;
        Rejection? noKey = ReadKey(values, out key);
        Rejection? noToken = ReadToken(values, out token);
        bool maySkipKey = !takesKey || (!needsAll && IsMissing(noKey) && takesToken && !IsMissing(noToken));
        bool maySkipToken = !takesToken || (!needsAll && IsMissing(noToken) && takesKey && !IsMissing(noKey));
        return (maySkipKey ? null : noKey) ?? (maySkipToken ? null : noToken);
    }

    private Rejection? ReadKey(RequestValues values, out ApiKey? key)
    {
        (key, Rejection? rejection) = (null, Rejection.CredentialMissing);
        return _configuration.Credentials.ApiKey && _keys!.Sources.TryRead(values, out key, out rejection) ? null : rejection;
    }

    private Rejection? ReadToken(RequestValues values, out BearerToken? token)
    {
        (BearerToken read, Rejection? rejection) = (default, Rejection.CredentialMissing);
        bool isRead = _configuration.Credentials.Bearer && _bearerSources.TryRead(values, out read, out rejection);
        token = isRead ? read : null;
        return isRead ? null : rejection;
    }

    private static bool IsMissing(Rejection? rejection) => rejection == Rejection.CredentialMissing;

    private VerificationResult Join(VerificationResult bearer, VerificationResult holder)
    {
        var evidence = Evidence.Of(bearer.Evidence, holder.Evidence);
        if (!holder.Succeeded)
        {
            return new VerificationResult(holder.Rejection, evidence);
        }

        (Principal principal, Principal key) = (bearer.Principal!, holder.Principal);
        IReadOnlyList<KeyValuePair<string, object>> context = Join(principal.Context, key.Context);
        bool fits = context == principal.Context || ContextJson.Fits(context, _configuration.MaxContextBytes);
        return new VerificationResult(
            principal with
            {
                Context = fits ? context : [],
                Expires = principal.Expires is null || key.Expires < principal.Expires ? key.Expires : principal.Expires,
                UsageIdentifierKey = key.UsageIdentifierKey,
                KeyHolder = key,
                Obstacle = principal.Obstacle ?? key.Obstacle ?? (fits ? null : Rejection.ContextTooLarge),
            },
            evidence);
    }

    /// <summary>What a token could tell the key may not, whether or not this token tells it.</summary>
    private IReadOnlyList<KeyValuePair<string, object>> Join(
        IReadOnlyList<KeyValuePair<string, object>> ofToken, IReadOnlyList<KeyValuePair<string, object>> ofKey)
    {
        if (ofKey.Count == 0)
        {
            return ofToken;
        }

        List<KeyValuePair<string, object>> joined = [.. ofToken];
        foreach (KeyValuePair<string, object> told in ofKey)
        {
            if (!_toldByTokens.Contains(told.Key))
            {
                joined.Add(told);
            }
        }

        return joined;
    }

    /// <summary>None where API Gateway would give the answer it keeps to the same token from another certificate too.</summary>
    private ClientCertificate? CertificateThatCounts(AuthorizerRequest request) =>
        _configuration.TellsCertificatesApart ? request.ClientCertificate : null;

    /// <summary>None where it would give that answer to the same key from another address too.</summary>
    private string? AddressThatCounts(RequestValues values) =>
        _configuration.TellsAddressesApart && values.Of(RequestKey.SourceAddress) is [var address] ? address : null;
}
