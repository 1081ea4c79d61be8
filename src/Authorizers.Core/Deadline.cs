namespace Authorizers.Core;

/// <summary>The moment after which nobody waits for an answer. The token exists only once someone asks: most decisions never wait.</summary>
public sealed class Deadline(TimeProvider clock, DateTimeOffset at) : IDisposable
{
    private CancellationTokenSource? _source;

    /// <summary>Zero once the deadline has passed.</summary>
    public TimeSpan Remaining => at - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Cancelled at the deadline.</summary>
    public CancellationToken Token => (_source ??= new CancellationTokenSource(Remaining, clock)).Token;

    /// <inheritdoc/>
    public void Dispose() => _source?.Dispose();
}
