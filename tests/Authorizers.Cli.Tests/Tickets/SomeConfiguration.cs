using System.Text.Json.Nodes;

namespace Authorizers.Cli.Tests.Tickets;

/// <summary>
/// A WebSocket authorizer's configuration that takes tickets from a table, and what a test changes in it, or takes away by null.
/// </summary>
internal static class SomeConfiguration
{
    public static string Write(TemporaryFolder folder, string members)
    {
        var root = (JsonObject)JsonNode.Parse("""
            {
              "ticket": { "table": "tickets", "region": "eu-west-1", "endpoint": "http://127.0.0.1:1" },
              "routes": [{ "route": "$connect" }],
              "maxContextBytes": 1024
            }
            """)!;
        foreach ((string name, JsonNode? value) in (JsonObject)JsonNode.Parse(members)!)
        {
            root.Remove(name);
            if (value is not null)
            {
                root[name] = value.DeepClone();
            }
        }

        return folder.Write("authorizer.json", root.ToJsonString());
    }
}
