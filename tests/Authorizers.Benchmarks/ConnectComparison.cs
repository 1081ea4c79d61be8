using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Authorizers.Benchmarks;

/// <summary>The WebSocket function against the TOKEN function, in turns: with a bearer token, and with a ticket.</summary>
internal static class ConnectComparison
{
    /// <param name="bootstrap">The published WebSocket function.</param>
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
            object discovered = Tokens(issuer, null);
            object packaged = Tokens(issuer, keys);
            object taken = new { ticket = new { table = "tickets", endpoint = table.Address }, routes = Routes };
            byte[] withToken = issuer.CreateConnectEvent();
            Turns turns = new Turns(
                (Contender.Function("TOKEN, keys discovered", token, OrdersConfiguration.Write(folder, "a.json", issuer.Issuer)),
                    issuer.CreateEvent()),
                (Contender.Function("WebSocket, token, keys discovered", bootstrap, Write("b.json", discovered)), withToken),
                (Contender.Function("WebSocket, ticket, table asked", bootstrap, Write("c.json", taken)), table.CreateConnectEvent()))
                .Run(rounds);
            Turns seeded = new Turns(
                (Contender.Function("TOKEN, keys packaged", token, OrdersConfiguration.Write(folder, "d.json", issuer.Issuer, keys)),
                    issuer.CreateEvent()),
                (Contender.Function("WebSocket, token, keys packaged", bootstrap, Write("e.json", packaged)), withToken))
                .Run(rounds);
            return Section([turns, seeded], new FileInfo(bootstrap).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string Write(string name, object configuration)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, JsonSerializer.Serialize(configuration));
            return path;
        }
    }

    private static object[] Routes => [new { route = "$connect", scopes = new[] { "orders:read" } }];

    private static object Tokens(DevelopmentIssuer issuer, string? keys) => new
    {
        issuers = new[]
        {
            new
            {
                issuer = issuer.Issuer, allowHttp = true, jwksFile = keys, audiences = new[] { "orders-api" },
                tokenTypes = new[] { "at+jwt" },
            },
        },
        verifiedTokens = 0,
        webSocket = new { origins = new[] { "https://app.example" } },
        routes = Routes,
        context = new { clientId = "client_id" },
    };

    private static string Section(Turns[] tables, long bytes)
    {
        var text = new StringBuilder();
        text.AppendLine("## WebSocket handshakes").AppendLine();
        text.AppendLine("The WebSocket function verifies the same RS256 token in the header of a handshake, or takes a ticket from a table on");
        text.AppendLine("loopback, which it asks before its first invocation too. Ratios are formed round by round, to the first line of each");
        text.AppendLine("table.").AppendLine();
        foreach (Turns turns in tables)
        {
            turns.WriteTable(text);
            text.AppendLine();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"Size of the binary: {bytes / 1_000_000.0:F2} MB.");
        return text.ToString().ReplaceLineEndings("\n");
    }
}
