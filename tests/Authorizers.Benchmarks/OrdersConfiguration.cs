using System.Text.Json;

namespace Authorizers.Benchmarks;

/// <summary>The configuration of an API with a few routes.</summary>
internal static class OrdersConfiguration
{
    /// <param name="folder">Where it goes.</param>
    /// <param name="name">The file's.</param>
    /// <param name="issuer">The one that is trusted.</param>
    /// <param name="keys">Its packaged keys; null to have them fetched.</param>
    /// <param name="roots">Those that are pinned; null for the system's.</param>
    /// <param name="remembers">False to verify every token, as the peer does.</param>
    /// <returns>The file's path.</returns>
    public static string Write(
        string folder, string name, string issuer, string? keys = null, string? roots = null, bool remembers = false)
    {
        string path = Path.Combine(folder, name);
        string[] audiences = ["orders-api"];
        string[] tokenTypes = ["at+jwt"];
        File.WriteAllText(path, JsonSerializer.Serialize(new
        {
            issuers = new[] { new { issuer, allowHttp = true, jwksFile = keys, audiences, tokenTypes } },
            caFile = roots,
            verifiedTokens = remembers ? null : (int?)0,
            routes = new object[]
            {
                new { route = "GET /orders", scopes = new[] { "orders:read" } },
                new { route = "GET /orders/{id}", scopes = new[] { "orders:read" } },
                new { route = "POST /orders", scopes = new[] { "orders:write" } },
                new { route = "ANY /admin/{proxy+}", groups = new[] { "admins" } },
            },
            context = new { clientId = "client_id" },
        }));
        return path;
    }
}
