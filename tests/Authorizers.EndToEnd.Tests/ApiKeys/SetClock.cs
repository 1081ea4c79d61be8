namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>The moment that a test says; timers run by the system's time.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
