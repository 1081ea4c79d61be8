namespace Authorizers.Benchmarks;

/// <summary>What one process showed.</summary>
/// <param name="Start">Milliseconds from before its start to its first answer, whole.</param>
/// <param name="Warm">The median in microseconds of the requests after the first hundred, seen by the client.</param>
/// <param name="PeakMemory">In megabytes.</param>
internal sealed record ProcessSample(double Start, double Warm, double PeakMemory);
