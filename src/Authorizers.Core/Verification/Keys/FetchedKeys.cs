using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Jwt;
using Microsoft.IdentityModel.Protocols;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// An issuer's published keys, fetched in the course of an invocation and never in the background, which a frozen sandbox
/// would break.
/// Three rules: keys older than an hour are fetched again, and serve for twelve when that fails; an unknown key id causes a
/// fetch as far
/// as the <see cref="RefreshAllowance"/> goes; and all who wait share one fetch, which none of them can cancel for the others.
/// </summary>
internal sealed class FetchedKeys : IKeySource
{
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan StaleLimit = TimeSpan.FromHours(12);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(3);

    private readonly IssuerConfiguration _issuer;
    private readonly IDocumentRetriever _documents;
    private readonly TimeProvider _clock;
    private readonly Action<string> _warn;
    private readonly RefreshAllowance _allowance;
    private readonly Lock _gate = new();
    private Task<KeySet>? _fetch;
    private DateTimeOffset _fetchStarted;
    private volatile Snapshot? _snapshot;
    private volatile OutageException? _failure;
    private string? _discoveredAddress;

    public FetchedKeys(IssuerConfiguration issuer, IDocumentRetriever documents, TimeProvider clock, Action<string> warn)
    {
        (_issuer, _documents, _clock, _warn, _allowance) = (issuer, documents, clock, warn, new RefreshAllowance(clock));
        if (issuer.PackagedKeys is { } packaged)
        {
            _snapshot = new Snapshot(packaged, clock.GetUtcNow(), clock.GetUtcNow() + RefreshAfter);
        }
    }

    /// <summary>A fetch older than it may take was frozen with the sandbox: it will fail, and is not waited for.</summary>
    private bool IsUnderWay => _fetch is { IsCompleted: false } && _clock.GetUtcNow() - _fetchStarted < FetchTimeout;

    public async Task PrepareAsync(Deadline deadline) => await CurrentAsync(deadline);

    public async ValueTask<VerificationKey?> FindAsync(JoseHeader header, Deadline deadline)
    {
        KeySet keys = await CurrentAsync(deadline);
        if (!keys.Contains(header.KeyId))
        {
            keys = await RefreshForUnknownAsync(deadline);
        }

        return keys.Find(header.KeyId, header.Algorithm);
    }

    /// <summary>
    /// Whoever comes while a fetch is under way waits for it, whether or not the allowance had one left: it may bring the
    /// key. And while
    /// the last fetch is a failure nobody knows whether the key exists, so that is an outage and no refusal.
    /// </summary>
    private async ValueTask<KeySet> RefreshForUnknownAsync(Deadline deadline)
    {
        Task<KeySet>? fetch = null;
        lock (_gate)
        {
            if (IsUnderWay || _allowance.TryTake())
            {
                fetch = JoinOrStartFetch();
            }
        }

        return fetch is not null ? await WaitAsync(fetch, deadline)
            : _failure is { } failure ? throw OutageException.IssuerUnreachable(failure.Message, failure)
            : _snapshot!.Keys;
    }

    private ValueTask<KeySet> CurrentAsync(Deadline deadline)
    {
        Snapshot? snapshot = _snapshot;
        return snapshot is not null && _clock.GetUtcNow() < snapshot.RefreshAt
            ? new ValueTask<KeySet>(snapshot.Keys)
            : new ValueTask<KeySet>(RefreshOrKeepAsync(snapshot, deadline));
    }

    private async Task<KeySet> RefreshOrKeepAsync(Snapshot? snapshot, Deadline deadline)
    {
        try
        {
            return await RefreshAsync(deadline);
        }
        catch (OutageException e) when (snapshot is not null && _clock.GetUtcNow() < snapshot.FetchedAt + StaleLimit)
        {
            Snapshot kept = snapshot with { RefreshAt = _clock.GetUtcNow() + RetryAfter };
            Interlocked.CompareExchange(ref _snapshot, kept, snapshot);
            _warn($"{e.Code}: {e.Message} Keys of {snapshot.FetchedAt:O} go on serving.");
            return snapshot.Keys;
        }
    }

    private Task<KeySet> RefreshAsync(Deadline deadline)
    {
        lock (_gate)
        {
            return WaitAsync(JoinOrStartFetch(), deadline);
        }
    }

    private static async Task<KeySet> WaitAsync(Task<KeySet> fetch, Deadline deadline)
    {
        try
        {
            return await fetch.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException e)
        {
            throw OutageException.DeadlineExceeded(e);
        }
    }

    private Task<KeySet> JoinOrStartFetch()
    {
        if (!IsUnderWay)
        {
            _fetchStarted = _clock.GetUtcNow();
            _fetch = FetchAsync(_fetchStarted);
        }

        return _fetch!;
    }

    private async Task<KeySet> FetchAsync(DateTimeOffset started)
    {
        try
        {
            KeySet keys = await FetchKeysAsync();
            keys = _snapshot is { } held ? keys.Keeping(held.Keys) : keys;
            DateTimeOffset now = _clock.GetUtcNow();
            Conclude(started, new Snapshot(keys, now, now + RefreshAfter), null);
            return keys;
        }
        catch (OutageException e)
        {
            Conclude(started, null, e);
            throw;
        }
    }

    /// <summary>What the last fetch found; one that thaws after a later one has nothing to say any more.</summary>
    private void Conclude(DateTimeOffset started, Snapshot? found, OutageException? failure)
    {
        lock (_gate)
        {
            if (started == _fetchStarted)
            {
                _snapshot = found ?? _snapshot;
                _failure = failure;
            }
        }
    }

    private async Task<KeySet> FetchKeysAsync()
    {
        using var timeout = new CancellationTokenSource(FetchTimeout, _clock);
        string address = _issuer.JwksUri ?? _discoveredAddress ?? await DiscoverAsync(timeout.Token);
        _discoveredAddress = null;
        string text = await _documents.GetDocumentAsync(address, timeout.Token);
        if (!JsonWebKeySetText.TryRead(text, out KeySet? keys) || keys.Keys.Count == 0)
        {
            throw OutageException.IssuerUnreachable($"{address} holds no usable key.");
        }

        foreach (string reason in keys.Skipped)
        {
            _warn($"A key of {address} is skipped: {reason}.");
        }

        _discoveredAddress = address;
        return keys;
    }

    private async Task<string> DiscoverAsync(CancellationToken cancel)
    {
        var metadata = await new DiscoveryDocument().GetConfigurationAsync(_issuer.DiscoveryAddress, _documents, cancel);
        if (!_issuer.IsSpelled(metadata.Issuer))
        {
            throw OutageException.IssuerUnreachable($"{_issuer.DiscoveryAddress} speaks for another issuer than {_issuer.Issuer}.");
        }

        return IssuerAddress.IsAcceptable(metadata.JwksUri, _issuer.AllowHttp)
            ? metadata.JwksUri
            : throw OutageException.IssuerUnreachable($"{_issuer.DiscoveryAddress} gives a jwks_uri that is not https.");
    }

    private sealed record Snapshot(KeySet Keys, DateTimeOffset FetchedAt, DateTimeOffset RefreshAt);
}
