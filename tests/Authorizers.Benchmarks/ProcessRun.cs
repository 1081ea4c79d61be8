namespace Authorizers.Benchmarks;

/// <summary>Starts a contender, asks it a number of times, and ends it.</summary>
internal static class ProcessRun
{
    private const int WarmUp = 100;

    /// <summary>One process, one request after the other.</summary>
    public static ProcessSample Measure(Contender contender, byte[] json, int requests)
    {
        using var api = new RuntimeApiStub(json);
        using SpawnedProcess process = SpawnedProcess.Start(contender, api.Address);
        using RuntimeApiConnection connection = api.Accept();
        connection.InvokeOnce();
        double cold = TimeProvider.System.GetElapsedTime(process.Started).TotalMilliseconds;
        return new ProcessSample(cold, Warm(connection, requests), process.PeakMemory);
    }

    /// <summary>
    /// One process with several loops, each asked on a thread of its own: decisions for each second of its processor time.
    /// </summary>
    public static double MeasureThroughput(Contender contender, byte[] json, int loops, int requestsEach)
    {
        using var api = new RuntimeApiStub(json);
        using SpawnedProcess process = SpawnedProcess.Start(contender, api.Address);
        RuntimeApiConnection[] connections = [.. Enumerable.Range(0, loops).Select(_ => api.Accept())];
        Thread[] threads = [.. connections.Select(connection => new Thread(() => Ask(connection, requestsEach)))];
        TimeSpan before = process.ProcessorTime;
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        double seconds = (process.ProcessorTime - before).TotalSeconds;
        Array.ForEach(connections, connection => connection.Dispose());
        return loops * requestsEach / seconds;
    }

    private static double Warm(RuntimeApiConnection connection, int requests)
    {
        double[] durations = new double[requests];
        for (int request = 0; request < requests; request++)
        {
            long started = TimeProvider.System.GetTimestamp();
            connection.InvokeOnce();
            durations[request] = TimeProvider.System.GetElapsedTime(started).TotalMicroseconds;
        }

        return Spread.Of(durations.Skip(WarmUp)).Median;
    }

    private static void Ask(RuntimeApiConnection connection, int requests)
    {
        for (int request = 0; request < requests; request++)
        {
            connection.InvokeOnce();
        }
    }
}
