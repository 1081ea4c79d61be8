using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// Key ids that a fetch was made for in vain: it brought no key of that id, or none but the one that had not signed. While they
/// are remembered they cause no other, so that whoever repeats one cannot use up the <see cref="RefreshAllowance"/>. When there
/// are too many, the oldest is forgotten.
/// </summary>
internal sealed class UnknownKeyIds(TimeProvider clock, KeyRefresh figures)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _remembered = new(StringComparer.Ordinal);
    private readonly Queue<(string KeyId, DateTimeOffset Until)> _byAge = new();

    /// <param name="keyId">Null counts as a key id like any other.</param>
    public bool Contains(string? keyId)
    {
        lock (_gate)
        {
            Forget();
            return _remembered.Contains(keyId ?? "");
        }
    }

    /// <summary>Remembers it from now on, unless it is remembered already.</summary>
    public void Add(string? keyId)
    {
        lock (_gate)
        {
            Forget();
            if (!_remembered.Add(keyId ?? ""))
            {
                return;
            }

            _byAge.Enqueue((keyId ?? "", clock.GetUtcNow() + figures.UnknownKeyMemory));
            if (_byAge.Count > figures.UnknownKeyCount)
            {
                _remembered.Remove(_byAge.Dequeue().KeyId);
            }
        }
    }

    /// <summary>Whose time is over, and whose time would last longer than any may, because the clock was set back.</summary>
    private void Forget()
    {
        DateTimeOffset now = clock.GetUtcNow();
        while (_byAge.TryPeek(out var oldest) && (oldest.Until <= now || oldest.Until - now > figures.UnknownKeyMemory))
        {
            _remembered.Remove(_byAge.Dequeue().KeyId);
        }
    }
}
