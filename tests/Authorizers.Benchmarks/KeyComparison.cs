using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Authorizers.Benchmarks;

/// <summary>The API-key function, with its table on loopback, against the TOKEN function, in turns.</summary>
internal static class KeyComparison
{
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
            var turns = new Turns(
                (Contender.Function("TOKEN, keys discovered", token, OrdersConfiguration.Write(folder, "discovering.json", issuer.Issuer)),
                    issuer.CreateEvent()),
                (Contender.Function("TOKEN, keys packaged", token, OrdersConfiguration.Write(folder, "seeded.json", issuer.Issuer, keys)),
                    issuer.CreateEvent()),
                (Contender.Function("API key, table asked", bootstrap, Write(folder, table)), table.CreateEvent()));
            return Section(turns.Run(rounds), new FileInfo(bootstrap).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

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

    private static string Section(Turns turns, long bytes)
    {
        var text = new StringBuilder();
        text.AppendLine("## API keys").AppendLine();
        text.AppendLine("The API-key function asks a table on loopback, before its first invocation and in it; the TOKEN function verifies an");
        text.AppendLine("RS256 token. Ratios are formed round by round, to the first line.").AppendLine();
        turns.WriteTable(text);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Size of the binary: {bytes / 1_000_000.0:F2} MB.");
        return text.ToString().ReplaceLineEndings("\n");
    }
}
