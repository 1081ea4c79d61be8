namespace Authorizers.Benchmarks;

/// <summary>What our process showed under load.</summary>
/// <param name="PeakMemory">In megabytes, after 60,000 requests one after the other.</param>
/// <param name="DecisionsPerSecond">For each second of the process's own processor time, with 16 loops.</param>
/// <param name="RememberedPerSecond">The same where the token is remembered.</param>
/// <param name="RememberedWarm">What the client sees of one request then, in microseconds.</param>
internal sealed record LoadSample(double PeakMemory, double DecisionsPerSecond, double RememberedPerSecond, double RememberedWarm);
