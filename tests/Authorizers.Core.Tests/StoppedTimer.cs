namespace Authorizers.Core.Tests;

/// <summary>A timer of a <see cref="StoppedClock"/>; it goes off once, which is all that timeouts need.</summary>
internal sealed class StoppedTimer(StoppedClock clock, Action callback) : ITimer
{
    private DateTimeOffset? _due;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, period);
        _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
        return true;
    }

    public bool IsDue(DateTimeOffset now) => _due <= now;

    public void GoOff()
    {
        _due = null;
        callback();
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
