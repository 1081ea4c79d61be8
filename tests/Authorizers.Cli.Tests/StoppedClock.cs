namespace Authorizers.Cli.Tests;

/// <summary>Always the same moment; timers run by the system's time.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => The.Moment;
}
