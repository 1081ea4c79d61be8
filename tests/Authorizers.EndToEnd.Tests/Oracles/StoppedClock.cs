namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>Shows the same moment for ever.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
