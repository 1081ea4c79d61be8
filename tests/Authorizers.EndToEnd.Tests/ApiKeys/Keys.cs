using System.Text;
using System.Text.Json.Nodes;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>Keys, records and configurations, to be spoilt.</summary>
internal static class Keys
{
    public static ApiKey Parse(string key)
    {
        byte[] text = Encoding.ASCII.GetBytes(key);
        Assert.True(ApiKey.TryRead(text, key.Split('_')[0], out ApiKey? parsed, out _));
        return parsed;
    }

    public static ApiKeyRecord Record(string id, DateTimeOffset created) => new()
    {
        Id = id,
        Digest = new byte[ApiKeyDigests.Length],
        Principal = "alice",
        Created = created,
    };

    /// <summary>One that makes pages end: a page has a megabyte.</summary>
    public static ApiKeyRecord Large(int number, DateTimeOffset created) => Record($"{number:D12}", created) with
    {
        Context =
        [
            .. Enumerable.Range(0, 100).Select(key => KeyValuePair.Create<string, object>($"k{key}", new string('x', 1000))),
        ],
    };

    public static string Configuration(string table, string address) => new JsonObject
    {
        ["apiKey"] = new JsonObject
        {
            ["table"] = table,
            ["region"] = DynamoDbEmulator.Region,
            ["endpoint"] = address,
            ["prefix"] = "orders",
            ["peppers"] = new JsonObject { ["v1"] = "worthless-pepper-worthless-pepper" },
            ["cacheFor"] = 10,
        },
        ["resultTtl"] = 0,
        ["routes"] = new JsonArray(new JsonObject { ["route"] = "GET /orders" }),
    }.ToJsonString();
}
