namespace Authorizers.Lambda.Tests;

/// <summary>A timer of <see cref="StoppedClock"/>. It fires once: nothing here repeats.</summary>
internal sealed class StoppedTimer(TimeProvider clock, Action fire) : ITimer
{
    /// <summary>Null when it is not to fire.</summary>
    public DateTimeOffset? Due { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
        return true;
    }

    public void Fire()
    {
        Due = null;
        fire();
    }

    public void Dispose() => Due = null;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
