using System.Text.Json.Nodes;

namespace Authorizers.Cli.Tests.Keys;

/// <summary>A configuration of two routes, and what a test adds to it.</summary>
internal static class SomeConfiguration
{
    public static string Write(TemporaryFolder folder, string members)
    {
        var root = (JsonObject)JsonNode.Parse("""
            {
              "credentials": { "anyOf": ["apiKey"] },
              "routes": [{ "route": "GET /orders/a,b" }, { "route": "POST /orders" }],
              "maxContextBytes": 1024
            }
            """)!;
        foreach ((string name, JsonNode? value) in (JsonObject)JsonNode.Parse(members)!)
        {
            root[name] = value?.DeepClone();
        }

        return folder.Write("authorizer.json", root.ToJsonString());
    }
}
