using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>Verifies API keys: the secret must be the record's, and the record must be good at this moment.</summary>
public sealed class ApiKeyVerifier
{
    private readonly KnownApiKeys _known;
    private readonly IApiKeyRecords _records;
    private readonly TimeProvider _clock;
    private readonly Action<string> _warn;
    private int _warned;

    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>, with <c>apiKey</c> in it.</param>
    /// <param name="records">Asked once for each key and time.</param>
    /// <param name="clock">For every time check and every timeout.</param>
    /// <param name="warn">Takes a line for the operator; it may hold the id of a key.</param>
    /// <exception cref="InvalidOperationException">The configuration has no <c>apiKey</c>.</exception>
    public ApiKeyVerifier(AuthorizerConfiguration configuration, IApiKeyRecords records, TimeProvider clock, Action<string> warn)
    {
        ApiKeyConfiguration settings = configuration.ApiKey ?? throw new InvalidOperationException("apiKey is not configured.");
        Sources = new ApiKeySources(settings.Sources, settings.Prefix);
        (_records, _clock, _warn) = (records, clock, warn);
        _known = new KnownApiKeys(settings, configuration.MaxContextBytes, records, clock);
    }

    /// <summary>Where keys are read.</summary>
    public ApiKeySources Sources { get; }

    /// <summary>Makes ready during INIT what can be.</summary>
    /// <param name="deadline">When INIT must be over.</param>
    public Task PrepareAsync(Deadline deadline) => _records.PrepareAsync(deadline);

    /// <summary>The holder of the key, or the first check that failed.</summary>
    /// <param name="key">As presented.</param>
    /// <param name="address">The caller's; null where it is not known, or does not count.</param>
    /// <param name="deadline">When there must be an answer.</param>
    /// <exception cref="OutageException">The records cannot be asked, or the key's is broken.</exception>
    public async ValueTask<VerificationResult> VerifyAsync(ApiKey key, string? address, Deadline deadline)
    {
        ValueTask<ApiKeyLookup> finding = _known.FindAsync(key, deadline);
        bool asked = !finding.IsCompleted;
        ApiKeyLookup found = await finding;
        var evidence = new Evidence(null, null, asked, found.Stored.KnownId);
        return !found.IsProven ? new VerificationResult(found.Stored.Refusal, evidence)
            : FirstFailure(found.Stored.Record) is { } rejection ? new VerificationResult(rejection, evidence)
            : new VerificationResult(MayBeUsedFrom(address, found.Stored) ? found.Stored.Holder : found.Stored.Elsewhere, evidence);
    }

    private bool MayBeUsedFrom(string? address, StoredApiKey stored)
    {
        bool mayBeUsed = stored.MayBeUsedFrom(address);
        if (!mayBeUsed && address is null && Interlocked.Exchange(ref _warned, 1) == 0)
        {
            _warn($"API key {stored.KnownId} is limited to addresses, and none counts here: an event must tell it, and resultTtl be 0 or "
                + "context.identity.sourceIp be among identitySources. Until then such keys are refused.");
        }

        return mayBeUsed;
    }

    /// <summary>No clock skew: who made the record can read our clock.</summary>
    private Rejection? FirstFailure(ApiKeyRecord record)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        return !record.IsActive ? Rejection.KeyDisabled
            : now < record.NotBefore ? Rejection.KeyNotYetValid
            : now >= record.Expires ? Rejection.KeyExpired
            : null;
    }
}
