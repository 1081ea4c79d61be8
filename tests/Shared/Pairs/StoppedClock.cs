namespace Authorizers.Tests.Pairs;

/// <summary>It is always the same moment, on a day between the two dates that the event files' tokens expire on.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public override long GetTimestamp() => 0;
}
