using System.Diagnostics;
using System.Globalization;

namespace Authorizers.Benchmarks;

/// <summary>Starts a contender, asks it a number of times, and ends it.</summary>
internal static class ProcessRun
{
    private const int WarmUp = 100;

    /// <summary>One process, one request after the other.</summary>
    public static ProcessSample Measure(Contender contender, byte[] json, int requests)
    {
        using var api = new RuntimeApiStub(json);
        long started = TimeProvider.System.GetTimestamp();
        using Process process = Start(contender, api.Address);
        try
        {
            using RuntimeApiConnection connection = api.Accept();
            connection.InvokeOnce();
            double cold = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
            process.BeginOutputReadLine();
            return new ProcessSample(cold, Warm(connection, requests), PeakMemory(process.Id));
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    /// <summary>One process with several loops, each asked on a thread of its own: decisions for each second of its processor time.</summary>
    public static double MeasureThroughput(Contender contender, byte[] json, int loops, int requestsEach)
    {
        using var api = new RuntimeApiStub(json);
        using Process process = Start(contender, api.Address);
        try
        {
            process.BeginOutputReadLine();
            RuntimeApiConnection[] connections = [.. Enumerable.Range(0, loops).Select(_ => api.Accept())];
            Parallel.ForEach(connections, connection => connection.InvokeOnce());
            TimeSpan before = process.TotalProcessorTime;
            Thread[] threads = [.. connections.Select(connection => new Thread(() => Ask(connection, requestsEach)))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            process.Refresh();
            double seconds = (process.TotalProcessorTime - before).TotalSeconds;
            Array.ForEach(connections, connection => connection.Dispose());
            return loops * requestsEach / seconds;
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static Process Start(Contender contender, string runtimeApi)
    {
        var start = new ProcessStartInfo(contender.Command, contender.Arguments) { RedirectStandardOutput = true };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        foreach ((string name, string value) in contender.Variables)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        return process;
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

    private static double PeakMemory(int processId)
    {
        string line = File.ReadLines($"/proc/{processId}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }
}
