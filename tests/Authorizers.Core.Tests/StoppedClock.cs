namespace Authorizers.Core.Tests;

/// <summary>Time that passes only when a test says so. Timers that fall due go off during <see cref="Advance"/>.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<StoppedTimer> _timers = [];
    private long _ticks = The.Moment.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StoppedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    public void Advance(TimeSpan by)
    {
        Freeze(by);
        StoppedTimer[] due;
        lock (_gate)
        {
            due = [.. _timers.Where(timer => timer.IsDue(GetUtcNow()))];
        }

        foreach (StoppedTimer timer in due)
        {
            timer.GoOff();
        }
    }

    /// <summary>Time passes and timers notice nothing of it, as in a sandbox that is frozen.</summary>
    public void Freeze(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public void Remove(StoppedTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }
}
