namespace Authorizers.Core;

/// <summary>
/// The moment after which nobody waits for an answer. The token exists only once someone asks: most decisions never wait.
/// </summary>
public sealed class Deadline(TimeProvider clock, DateTimeOffset at) : IDisposable
{
    /// <summary>The longest that a timer is set for; no invocation lasts a tenth of it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private CancellationTokenSource? _source;

    /// <summary>Zero once the deadline has passed.</summary>
    public TimeSpan Remaining => at - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    /// <summary>Cancelled at the deadline.</summary>
    public CancellationToken Token => (_source ??= new CancellationTokenSource(Remaining < Longest ? Remaining : Longest, clock)).Token;

    /// <inheritdoc/>
    public void Dispose() => _source?.Dispose();
}
