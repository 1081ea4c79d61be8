using System.Diagnostics;
using System.Globalization;

namespace Authorizers.Benchmarks;

/// <summary>Starts a contender, asks it a number of times, and ends it.</summary>
internal static class ProcessRun
{
    private const int WarmUp = 100;

    public static ProcessSample Measure(Contender contender, byte[] json, int requests)
    {
        using var api = new RuntimeApiStub(json);
        var start = new ProcessStartInfo(contender.Command, contender.Arguments)
        {
            RedirectStandardOutput = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Address;
        foreach ((string name, string value) in contender.Variables)
        {
            start.Environment[name] = value;
        }

        long started = TimeProvider.System.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        try
        {
            api.InvokeOnce();
            double cold = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
            process.BeginOutputReadLine();
            return new ProcessSample(cold, Warm(api, requests), PeakMemory(process.Id));
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static double Warm(RuntimeApiStub api, int requests)
    {
        double[] durations = new double[requests];
        for (int request = 0; request < requests; request++)
        {
            long started = TimeProvider.System.GetTimestamp();
            api.InvokeOnce();
            durations[request] = TimeProvider.System.GetElapsedTime(started).TotalMicroseconds;
        }

        return Spread.Of(durations.Skip(WarmUp)).Median;
    }

    private static double PeakMemory(int processId)
    {
        string line = File.ReadLines($"/proc/{processId}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }
}
