using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Authorizers.Benchmarks;

/// <summary>The API-key function, with its table on loopback, against the TOKEN function, in turns.</summary>
internal static class KeyComparison
{
    private const int Requests = 1000;

    /// <param name="bootstrap">The published API-key function.</param>
    /// <param name="token">The published TOKEN function.</param>
    /// <param name="rounds">How often each is started; the first round is not counted.</param>
    /// <returns>A section of the report.</returns>
    public static string Run(string bootstrap, string token, int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("authorizers-").FullName;
        using var issuer = DevelopmentIssuer.Start();
        using var table = DevelopmentTable.Start();
        try
        {
            string keys = Path.Combine(folder, "keys.json");
            File.WriteAllText(keys, issuer.KeySet);
            (Contender Contender, byte[] Event)[] contenders =
            [
                (Function("TOKEN, keys discovered", token, OrdersConfiguration.Write(folder, "discovering.json", issuer.Issuer)),
                    issuer.CreateEvent()),
                (Function("TOKEN, keys packaged", token, OrdersConfiguration.Write(folder, "seeded.json", issuer.Issuer, keys)),
                    issuer.CreateEvent()),
                (Function("API key, table asked", bootstrap, Write(folder, table)), table.CreateEvent()),
            ];
            List<ProcessSample[]> samples = [];
            for (int round = 0; round <= rounds; round++)
            {
                samples.Add([.. contenders.Select(each => ProcessRun.Measure(each.Contender, each.Event, Requests))]);
            }

            return Section([.. contenders.Select(each => each.Contender)], samples[1..], new FileInfo(bootstrap).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Contender Function(string name, string bootstrap, string configuration) =>
        new(name, bootstrap, [], new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AUTHORIZER_CONFIG"] = configuration,
            ["AWS_REGION"] = "eu-west-1",
            ["AWS_ACCESS_KEY_ID"] = "AKIDWORTHLESS",
            ["AWS_SECRET_ACCESS_KEY"] = "worthless",
        });

    private static string Write(string folder, DevelopmentTable table)
    {
        string path = Path.Combine(folder, "table.json");
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            apiKey = new { table = "api-keys", endpoint = table.Address },
            identitySources = new[] { "header.x-api-key" },
            routes = new object[]
            {
                new { route = "GET /orders", scopes = new[] { "orders:read" } },
                new { route = "GET /orders/{id}", scopes = new[] { "orders:read" } },
                new { route = "POST /orders", scopes = new[] { "orders:write" } },
                new { route = "ANY /admin/{proxy+}", groups = new[] { "admins" } },
            },
        }));
        return path;
    }

    private static string Section(Contender[] contenders, List<ProcessSample[]> rounds, long bytes)
    {
        var text = new StringBuilder();
        text.AppendLine("## API keys").AppendLine();
        text.AppendLine("The API-key function asks a table on loopback, before its first invocation and in it; the TOKEN function verifies an");
        text.AppendLine("RS256 token. Ratios are formed round by round, to the first line.").AppendLine();
        text.AppendLine("| | start, ms | to the first | warm, us | peak memory, MB |");
        text.AppendLine("|---|---|---|---|---|");
        for (int index = 0; index < contenders.Length; index++)
        {
            Spread start = Spread.Of(rounds.Select(round => round[index].Start));
            Spread ratio = Spread.Of(rounds.Select(round => round[index].Start / round[0].Start));
            Spread warm = Spread.Of(rounds.Select(round => round[index].Warm));
            Spread memory = Spread.Of(rounds.Select(round => round[index].PeakMemory));
            text.AppendLine(
                $"| {contenders[index].Name} | {start.Text("F1")} | {ratio.Text("F3")} | {warm.Text("F0")} | {memory.Text("F1")} |");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Size of the binary: {bytes / 1_000_000.0:F2} MB.");
        return text.ToString().ReplaceLineEndings("\n");
    }
}
