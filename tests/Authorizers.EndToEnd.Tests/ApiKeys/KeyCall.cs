using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Cli.RuntimeApi;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>A call of a REST API with an API key.</summary>
internal static class KeyCall
{
    /// <summary>The event.</summary>
    /// <param name="key">As presented; null for none.</param>
    /// <param name="method">Of an order.</param>
    /// <param name="address">The caller's.</param>
    /// <param name="token">A bearer token beside it; null for none.</param>
    public static string Event(string? key, string method = "GET", string address = "203.0.113.9", string? token = null)
    {
        var headers = new JsonObject();
        if (key is not null)
        {
            headers["x-api-key"] = key;
        }

        if (token is not null)
        {
            headers["Authorization"] = $"Bearer {token}";
        }

        return new JsonObject
        {
            ["type"] = "REQUEST",
            ["methodArn"] = $"arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/{method}/orders/42",
            ["httpMethod"] = method,
            ["path"] = "/orders/42",
            ["headers"] = headers,
            ["requestContext"] = new JsonObject { ["identity"] = new JsonObject { ["sourceIp"] = address } },
        }.ToJsonString();
    }

    /// <summary>"shop allowed standard-shop-0123456789", "shop refused", or the type of the error.</summary>
    public static string Verdict(InvocationAnswer answer, string method = "GET")
    {
        if (answer.Error is { } error)
        {
            return error.Type;
        }

        JsonElement response = JsonElement.Parse(answer.Response.Span);
        string policy = response.GetProperty("policyDocument").GetProperty("Statement")[0].ToString();
        bool isAllowed = policy.Contains("\"Allow\"", StringComparison.Ordinal)
            && policy.Contains($"/prod/{method}/orders/?*", StringComparison.Ordinal);
        string metered = response.TryGetProperty("usageIdentifierKey", out JsonElement key) ? $" {key}" : "";
        return $"{response.GetProperty("principalId")} {(isAllowed ? "allowed" : "refused")}{metered}";
    }

    public static async Task<string> AskAsync(this RunningFunction function, string json, string method = "GET") =>
        Verdict(await function.InvokeAsync(json), method);

    /// <summary>All bytes as text, whatever they are.</summary>
    public static string Text(this InvocationAnswer answer) =>
        Encoding.UTF8.GetString(answer.Response.Span) + answer.Error?.Type + answer.Error?.Message;
}
