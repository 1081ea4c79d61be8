using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Jwt;
using Microsoft.IdentityModel.Protocols;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// An issuer's published keys, fetched in the course of an invocation and never in the background, which a frozen sandbox
/// would break. No caller can cancel a fetch for the others who wait for it.
/// </summary>
internal sealed class FetchedKeys(
    IssuerConfiguration issuer, IDocumentRetriever documents, TimeProvider clock, Action<string> warn) : IKeySource
{
    private readonly KeyRefresh _figures = issuer.KeyRefresh;
    private readonly KeyFetches _fetches = new(issuer, new PublishedKeys(issuer, documents, warn), clock);

    /// <summary>What fails here does not keep the first invocation from trying.</summary>
    public async Task PrepareAsync(Deadline deadline)
    {
        try
        {
            await CurrentAsync(deadline);
        }
        finally
        {
            _fetches.EndBackOff();
        }
    }

    public ValueTask<VerificationKey?> FindAsync(JoseHeader header, Deadline deadline) =>
        _fetches.Held is { } held && IsWithin(_figures.RefreshAfter, held) && Find(header, null, held) is { } key
            ? new ValueTask<VerificationKey?>(key)
            : new ValueTask<VerificationKey?>(SearchAsync(header, null, deadline));

    /// <summary>
    /// A key id names its key, so what that did not sign is refused even while nobody can tell whether the issuer has given the id
    /// to another. Without a key id that is an outage.
    /// </summary>
    public async ValueTask<VerificationKey?> FindAnotherAsync(JoseHeader header, VerificationKey refuted, Deadline deadline)
    {
        try
        {
            return await SearchAsync(header, refuted, deadline);
        }
        catch (OutageException) when (header.KeyId is not null)
        {
            return null;
        }
    }

    /// <summary>
    /// Only a fetch begun after the search can tell that there is no such key: one that was under way may have been answered
    /// before the issuer published it.
    /// </summary>
    private async Task<VerificationKey?> SearchAsync(JoseHeader header, VerificationKey? refuted, Deadline deadline)
    {
        int begun = _fetches.Begun;
        KeySnapshot keys = await CurrentAsync(deadline);
        VerificationKey? found = Find(header, refuted, keys);
        while (found is null && keys.Fetch <= begun && _fetches.TrySeek(header.KeyId, keys, out Task<KeySnapshot>? later))
        {
            keys = await WaitAsync(later, deadline);
            found = Find(header, refuted, keys);
        }

        if (found is null && keys.Fetch > begun)
        {
            _fetches.RememberUnknown(header.KeyId);
        }

        return found;
    }

    private async ValueTask<KeySnapshot> CurrentAsync(Deadline deadline)
    {
        KeySnapshot? held = _fetches.Held;
        if (held is not null && IsWithin(_fetches.IsBackingOff ? _figures.StaleLimit : _figures.RefreshAfter, held))
        {
            return held;
        }

        try
        {
            return await WaitAsync(_fetches.Refresh(held), deadline);
        }
        catch (OutageException e) when (held is not null && IsWithin(_figures.StaleLimit, held))
        {
            warn($"{e.Code}: {e.Message} Keys of {held.AsOf:O} go on serving.");
            return held;
        }
    }

    private static async Task<KeySnapshot> WaitAsync(Task<KeySnapshot> fetch, Deadline deadline)
    {
        try
        {
            return await fetch.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException e)
        {
            throw OutageException.DeadlineExceeded("the issuer", e);
        }
    }

    private static VerificationKey? Find(JoseHeader header, VerificationKey? refuted, KeySnapshot keys) =>
        keys.Keys.Find(header.KeyId, header.Algorithm) is { } key && key != refuted ? key : null;

    /// <summary>Keys of the future are as old as they are far: the clock was set back, and nobody knows their age.</summary>
    private bool IsWithin(TimeSpan age, KeySnapshot keys) => (clock.GetUtcNow() - keys.AsOf).Duration() < age;
}
