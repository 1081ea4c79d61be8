using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// The platform's objects for one key. They are not promised to be thread-safe, so each verification borrows one; there are
/// never more
/// of them than verifications at the same time.
/// </summary>
internal sealed class KeyHandles<T>(Func<T> import)
    where T : AsymmetricAlgorithm
{
    private readonly ConcurrentQueue<T> _idle = new();

    public T Borrow() => _idle.TryDequeue(out T? handle) ? handle : import();

    public void Return(T handle) => _idle.Enqueue(handle);
}
