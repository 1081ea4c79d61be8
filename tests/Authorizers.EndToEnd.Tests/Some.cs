using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests;

/// <summary>Valid things, to be spoilt.</summary>
internal static class Some
{
    /// <summary>Trusts a provider on this machine, found by discovery, for the orders API.</summary>
    public static JsonObject ConfigurationTrusting(string issuer) => new()
    {
        ["issuers"] = new JsonArray(new JsonObject
        {
            ["issuer"] = issuer,
            ["allowHttp"] = true,
            ["audiences"] = new JsonArray("orders-api"),
            ["tokenTypes"] = new JsonArray("at+jwt"),
        }),
        ["routes"] = new JsonArray(new JsonObject
        {
            ["route"] = "GET /orders/{id}",
            ["scopes"] = new JsonArray("orders:read"),
        }),
    };

    /// <summary>Changes the one issuer of a configuration.</summary>
    public static JsonObject WithIssuer(this JsonObject configuration, string member, JsonNode value)
    {
        configuration["issuers"]![0]![member] = value;
        return configuration;
    }
}
