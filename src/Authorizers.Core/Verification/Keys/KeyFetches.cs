using System.Diagnostics.CodeAnalysis;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// The fetches of an issuer's keys, one at a time and shared by all who wait. Whether one may be begun is decided here: for the
/// keys' age always; for a key that is not among them as far as <see cref="UnknownKeyIds"/> and <see cref="RefreshAllowance"/>
/// permit; and after one that failed when the <see cref="BackOff"/> is over, whoever asks.
/// </summary>
internal sealed class KeyFetches(IssuerConfiguration issuer, PublishedKeys published, TimeProvider clock)
{
    private readonly KeyRefresh _figures = issuer.KeyRefresh;
    private readonly RefreshAllowance _allowance = new(clock, issuer.KeyRefresh);
    private readonly UnknownKeyIds _unknown = new(clock, issuer.KeyRefresh);
    private readonly BackOff _backOff = new(clock, issuer.KeyRefresh);
    private readonly Lock _gate = new();
    private Task<KeySnapshot>? _latest;
    private DateTimeOffset _begunAt;
    private volatile int _begun;
    private volatile KeySnapshot? _held = issuer.PackagedKeys is { } keys ? new KeySnapshot(0, keys, clock.GetUtcNow(), null) : null;
    private OutageException? _failure;

    /// <summary>What the last good fetch found; null when there was none.</summary>
    public KeySnapshot? Held => _held;

    /// <summary>How many fetches were begun so far.</summary>
    public int Begun => _begun;

    /// <summary>A fetch older than it may take was frozen with the sandbox: it will fail, and is not waited for.</summary>
    private bool IsUnderWay => _latest is { IsCompleted: false } && clock.GetUtcNow() - _begunAt < _figures.FetchTimeout;

    /// <summary>True between a failure and the moment when the next fetch may be begun.</summary>
    public bool IsBackingOff
    {
        get
        {
            lock (_gate)
            {
                return !_backOff.IsOver;
            }
        }
    }

    /// <summary>What comes after keys that are too old.</summary>
    /// <param name="seen">Those keys; null when there are none.</param>
    /// <exception cref="OutageException">Nothing does yet: the last fetch failed.</exception>
    public Task<KeySnapshot> Refresh(KeySnapshot? seen)
    {
        lock (_gate)
        {
            return HasFollowed(seen, out Task<KeySnapshot>? later) ? later : Begin(null);
        }
    }

    /// <summary>What comes after keys that lack one; false when no fetch may be made for that.</summary>
    /// <exception cref="OutageException">It cannot be known: the last fetch failed.</exception>
    public bool TrySeek(string? keyId, KeySnapshot seen, [NotNullWhen(true)] out Task<KeySnapshot>? later)
    {
        lock (_gate)
        {
            if (!HasFollowed(seen, out later)
                && (_failure is not null || (!_unknown.Contains(keyId) && _allowance.TryTake())))
            {
                later = Begin(_failure is null ? seen.Address : null);
            }

            return later is not null;
        }
    }

    /// <summary>Lets a key id that a fetch did not bring cause no other for a while.</summary>
    public void RememberUnknown(string? keyId) => _unknown.Add(keyId);

    /// <summary>Lets the next who needs a fetch begin one, whatever has failed.</summary>
    public void EndBackOff()
    {
        lock (_gate)
        {
            _backOff.Reset();
        }
    }

    /// <summary>True when other keys have come meanwhile, or a fetch is under way that may bring some.</summary>
    private bool HasFollowed(KeySnapshot? seen, [NotNullWhen(true)] out Task<KeySnapshot>? later)
    {
        later = _held is { } held && !ReferenceEquals(held, seen) ? Task.FromResult(held) : IsUnderWay ? _latest : null;
        return later is not null;
    }

    /// <param name="address">
    /// Of the key set; null to look it up, as is done for the keys' age and after a failure: an issuer may move its keys and leave
    /// the old ones where they were.
    /// </param>
    private Task<KeySnapshot> Begin(string? address)
    {
        if (!_backOff.IsOver)
        {
            throw OutageException.IssuerUnreachable(_failure!.Message, _failure);
        }

        _begunAt = clock.GetUtcNow();
        _begun++;
        return _latest = FetchAsync(_begun, _begunAt, address);
    }

    private async Task<KeySnapshot> FetchAsync(int fetch, DateTimeOffset begunAt, string? address)
    {
        try
        {
            using var timeout = new CancellationTokenSource(_figures.FetchTimeout, clock);
            address ??= await published.FindAddressAsync(timeout.Token);
            KeySet found = await published.ReadAsync(address, timeout.Token);
            return Succeed(new KeySnapshot(fetch, found, begunAt, address));
        }
        catch (OutageException e)
        {
            Fail(fetch, begunAt, e);
            throw;
        }
    }

    /// <summary>A fetch that thaws after a later one was begun has nothing to say any more.</summary>
    private KeySnapshot Succeed(KeySnapshot found)
    {
        lock (_gate)
        {
            found = _held is { } held ? found with { Keys = found.Keys.Keeping(held.Keys) } : found;
            if (found.Fetch == _begun)
            {
                (_held, _failure) = (found, null);
                _backOff.Reset();
            }

            return found;
        }
    }

    /// <summary>One that thaws has failed when its time was over, and not only now.</summary>
    private void Fail(int fetch, DateTimeOffset begunAt, OutageException failure)
    {
        lock (_gate)
        {
            if (fetch == _begun)
            {
                DateTimeOffset now = clock.GetUtcNow();
                _failure = failure;
                _backOff.Fail(now - begunAt < _figures.FetchTimeout ? now : begunAt + _figures.FetchTimeout);
            }
        }
    }
}
