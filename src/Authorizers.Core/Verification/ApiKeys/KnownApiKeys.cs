using System.Diagnostics.CodeAnalysis;
using System.Text;
using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>
/// What is known of API keys. A key whose secret was the right one is remembered by all its letters; an id that is unknown or
/// came with a wrong secret is remembered by the id, and for a shorter time. So a stranger finds a known id to behave as an
/// unknown one does, cannot keep its client out, and causes one read of the table for each id and time.
/// </summary>
internal sealed class KnownApiKeys : ISharedQuestion<ApiKey, ApiKeyLookup>
{
    private const int MaxProven = 1000;
    private const int MaxDoubted = 1000;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(2);

    private readonly RecentTokens<KeptLookup> _proven = new(MaxProven);
    private readonly RecentTokens<KeptLookup> _doubted = new(MaxDoubted);
    private readonly SharedQuestions<ApiKey, ApiKeyLookup> _questions;
    private readonly ApiKeyConfiguration _settings;
    private readonly IApiKeyRecords _records;
    private readonly int _maxContextBytes;
    private readonly TimeProvider _clock;

    public KnownApiKeys(ApiKeyConfiguration settings, int maxContextBytes, IApiKeyRecords records, TimeProvider clock)
    {
        (_settings, _records, _maxContextBytes, _clock) = (settings, records, maxContextBytes, clock);
        _questions = new(this, RequestTimeout, clock, "the table of API keys");
    }

    /// <summary>Complete at once when the record is at hand.</summary>
    /// <exception cref="OutageException">The records cannot be asked, or the key's is broken.</exception>
    public ValueTask<ApiKeyLookup> FindAsync(ApiKey key, Deadline deadline) =>
        TryFindProven(key, _clock.GetUtcNow(), out ApiKeyLookup proven)
            ? new ValueTask<ApiKeyLookup>(proven)
            : ProveAsync(key, _questions.AskAsync(TokenDigest.Of(Encoding.ASCII.GetBytes(key.Id)), key, deadline));

    bool ISharedQuestion<ApiKey, ApiKeyLookup>.TryFind(
        TokenDigest digest, ApiKey subject, DateTimeOffset now, [MaybeNullWhen(false)] out ApiKeyLookup answer)
    {
        bool found = _doubted.TryGet(digest, out KeptLookup? kept) && kept.Serves(now) && !IsTooOldFor(subject, kept, now);
        answer = found ? kept!.Lookup : default;
        return found || TryFindProven(subject, now, out answer);
    }

    async Task<ApiKeyLookup> ISharedQuestion<ApiKey, ApiKeyLookup>.PutAsync(ApiKey subject, CancellationToken cancel)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        try
        {
            ApiKeyRecord? record = await _records.FindAsync(subject.Id, cancel);
            return record is null ? new ApiKeyLookup(StoredApiKey.Decoy(subject.Id, _settings.Digests.Current), IsProven: false, now)
                : _settings.Digests.Knows(record.Pepper)
                    ? new ApiKeyLookup(new StoredApiKey(record, _maxContextBytes), IsProven: false, now)
                : throw OutageException.RecordInvalid(subject.Id, "its digest has a pepper that is not configured, or none");
        }
        catch (OperationCanceledException e)
        {
            throw OutageException.TableUnreachable("The table of API keys did not answer in time.", e);
        }
    }

    void ISharedQuestion<ApiKey, ApiKeyLookup>.Keep(
        TokenDigest digest, ApiKey subject, ApiKeyLookup answer, DateTimeOffset askedAt)
    {
        // Kept before the question is closed, so that nobody asks again in between; and for who has stopped waiting.
        if (IsProvenBy(subject, answer))
        {
            KeepProven(subject, answer);
        }
        else if (_clock.GetUtcNow() < askedAt + _settings.CacheUnknownFor)
        {
            _doubted.Set(digest, new KeptLookup(answer, askedAt, askedAt + _settings.CacheUnknownFor));
        }
    }

    OutageException ISharedQuestion<ApiKey, ApiKeyLookup>.Late() =>
        OutageException.TableUnreachable("The table of API keys did not answer in time.");

    private async ValueTask<ApiKeyLookup> ProveAsync(ApiKey key, ValueTask<ApiKeyLookup> asking)
    {
        ApiKeyLookup found = await asking;
        bool isProven = IsProvenBy(key, found);
        if (isProven)
        {
            KeepProven(key, found);
        }

        return found with { IsProven = isProven };
    }

    /// <summary>Wrong secrets must not give a right one more time than it has by itself.</summary>
    private bool IsTooOldFor(ApiKey key, KeptLookup kept, DateTimeOffset now) =>
        now >= kept.AskedAt + _settings.CacheFor && IsProvenBy(key, kept.Lookup);

    private bool IsProvenBy(ApiKey key, ApiKeyLookup found) =>
        _settings.Digests.Match(key, found.Stored.Record.Pepper, found.Stored.Record.Digest.Span) && found.Stored.KnownId is not null;

    private void KeepProven(ApiKey key, ApiKeyLookup found)
    {
        DateTimeOffset until = found.AskedAt + _settings.CacheFor;
        if (_clock.GetUtcNow() < until)
        {
            _proven.Set(TokenDigest.Of(key.Text), new KeptLookup(found with { IsProven = true }, found.AskedAt, until));
        }
    }

    private bool TryFindProven(ApiKey key, DateTimeOffset now, out ApiKeyLookup lookup)
    {
        bool found = _proven.TryGet(TokenDigest.Of(key.Text), out KeptLookup? kept) && kept.Serves(now);
        lookup = found ? kept!.Lookup : default;
        return found;
    }
}
