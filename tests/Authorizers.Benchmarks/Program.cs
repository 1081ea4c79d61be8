using System.Globalization;
using Authorizers.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["processes", var bootstrap, var peer, var report, .. var rounds])
{
    return ProcessComparison.Run(bootstrap, peer, report, rounds is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 30);
}

if (args is ["trust", var function, var document, var starts])
{
    File.AppendAllText(document, $"\n{TrustComparison.Run(function, int.Parse(starts, CultureInfo.InvariantCulture))}");
    return 0;
}

if (args is ["keys", var keyed, var compared, var appended, var turns])
{
    File.AppendAllText(appended, $"\n{KeyComparison.Run(keyed, compared, int.Parse(turns, CultureInfo.InvariantCulture))}");
    File.AppendAllText(appended, $"\n{await KeyTiming.RunAsync()}");
    return 0;
}

if (args is ["connects", var connecting, var tokens, var continued, var times])
{
    File.AppendAllText(continued, $"\n{ConnectComparison.Run(connecting, tokens, int.Parse(times, CultureInfo.InvariantCulture))}");
    return 0;
}

BenchmarkSwitcher.FromTypes([typeof(StageBenchmarks), typeof(SixtyRouteBenchmarks)]).Run(args);
return 0;
