namespace Authorizers.Benchmarks;

/// <summary>
/// Our binary against the Node.js peer, each with packaged and with discovered keys, in turns, so that all see the same
/// machine.
/// </summary>
internal static class ProcessComparison
{
    private const int Requests = 1000;
    private const int ManyRequests = 60_000;
    private const int Loops = 16;
    private const int RequestsOfEachLoop = 5000;

    /// <param name="bootstrap">The published TOKEN function.</param>
    /// <param name="peer">The peer's script.</param>
    /// <param name="folder">Where the table and the plot go.</param>
    /// <param name="rounds">How often each is started; the first round is not counted.</param>
    public static int Run(string bootstrap, string peer, string folder, int rounds)
    {
        string temporary = Directory.CreateTempSubdirectory("authorizers-").FullName;
        using var issuer = DevelopmentIssuer.Start();
        try
        {
            Contender[] contenders = Contenders(bootstrap, peer, issuer, temporary);
            byte[] json = issuer.CreateEvent();
            var samples = contenders.ToDictionary(contender => contender, _ => new List<ProcessSample>());
            for (int round = 0; round <= rounds; round++)
            {
                foreach (Contender contender in contenders)
                {
                    ProcessSample sample = ProcessRun.Measure(contender, json, Requests);
                    if (round > 0)
                    {
                        samples[contender].Add(sample);
                    }
                }
            }

            Contender remembering = contenders[0].With(
                "AUTHORIZER_CONFIG", OrdersConfiguration.Write(temporary, "remembering.json", issuer.Issuer, Keys(temporary), remembers: true));
            var load = new LoadSample(
                ProcessRun.Measure(contenders[0], json, ManyRequests).PeakMemory,
                Throughput(contenders[0], json),
                Throughput(remembering, json),
                ProcessRun.Measure(remembering, json, Requests).Warm);
            var report = new ProcessReport(samples, load, new FileInfo(bootstrap).Length);
            File.WriteAllText(Path.Combine(folder, "benchmarks.md"), report.Markdown());
            File.WriteAllText(Path.Combine(folder, "benchmarks.svg"), report.Plot());
            return 0;
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static double Throughput(Contender contender, byte[] json) =>
        ProcessRun.MeasureThroughput(contender.With("AWS_LAMBDA_MAX_CONCURRENCY", $"{Loops}"), json, Loops, RequestsOfEachLoop);

    private static string Keys(string folder) => Path.Combine(folder, "keys.json");

    private static Contender[] Contenders(string bootstrap, string peer, DevelopmentIssuer issuer, string folder)
    {
        string keys = Keys(folder);
        File.WriteAllText(keys, issuer.KeySet);
        string seeded = OrdersConfiguration.Write(folder, "seeded.json", issuer.Issuer, keys);
        string discovering = OrdersConfiguration.Write(folder, "discovering.json", issuer.Issuer);
        var node = new Dictionary<string, string>(StringComparer.Ordinal) { ["ISSUER"] = issuer.Issuer, ["AUDIENCE"] = "orders-api" };
        return
        [
            new("Authorizers, keys packaged", bootstrap, [], Variable("AUTHORIZER_CONFIG", seeded)),
            new("Node.js, keys packaged", "node", [peer], new Dictionary<string, string>(node, StringComparer.Ordinal) { ["JWKS_FILE"] = keys }),
            new("Authorizers, keys discovered", bootstrap, [], Variable("AUTHORIZER_CONFIG", discovering)),
            new("Node.js, keys discovered", "node", [peer], node),
        ];
    }

    private static Dictionary<string, string> Variable(string name, string value) => new(StringComparer.Ordinal) { [name] = value };
}
