using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Verification;

/// <summary>
/// What was learnt of recent tokens, of at most so many. It keeps two generations: when the younger is half of the bound, the
/// older is forgotten, and what is asked for again moves to the younger. So nobody waits for a lock, and a flood of new tokens
/// costs nothing but the memory of others.
/// </summary>
/// <param name="capacity">Of tokens; 0 remembers none.</param>
internal sealed class RecentTokens<T>(int capacity)
    where T : class
{
    private readonly int _generation = Math.Max(1, capacity / 2);
    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<TokenDigest, T> _younger = new();
    private volatile ConcurrentDictionary<TokenDigest, T> _older = new();
    private int _count;

    public bool IsOff => capacity == 0;

    public bool TryGet(TokenDigest digest, [NotNullWhen(true)] out T? known)
    {
        if (_younger.TryGetValue(digest, out known))
        {
            return true;
        }

        if (!_older.TryGetValue(digest, out known))
        {
            return false;
        }

        Set(digest, known);
        return true;
    }

    public void Set(TokenDigest digest, T value)
    {
        if (IsOff)
        {
            return;
        }

        lock (_gate)
        {
            if (_younger.ContainsKey(digest))
            {
                _younger[digest] = value;
                return;
            }

            if (_count >= _generation)
            {
                _older = 2 * _generation <= capacity ? _younger : new ConcurrentDictionary<TokenDigest, T>();
                (_younger, _count) = (new ConcurrentDictionary<TokenDigest, T>(), 0);
            }

            _younger[digest] = value;
            _count++;
        }
    }
}
