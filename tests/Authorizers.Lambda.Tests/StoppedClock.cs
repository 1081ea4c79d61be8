namespace Authorizers.Lambda.Tests;

/// <summary>Time that moves when it is told to, and fires the timers it passes.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private readonly List<StoppedTimer> _timers = [];
    private DateTimeOffset _now = The.Moment;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new StoppedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        _now += by;
        foreach (StoppedTimer timer in _timers.Where(timer => timer.Due <= _now).ToList())
        {
            timer.Fire();
        }
    }
}
