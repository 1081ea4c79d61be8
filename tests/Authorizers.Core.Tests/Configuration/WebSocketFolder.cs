using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>A folder with a configuration of the WebSocket authorizer, valid until a test changes it.</summary>
internal sealed class WebSocketFolder : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public Dictionary<string, string> Variables => _folder.Variables;

    public void Write(string file, string text) => _folder.Write(file, text);

    /// <param name="members">Added, or put in the place of what there is; null takes a member away.</param>
    /// <param name="events">Whose function it is.</param>
    public AuthorizerConfiguration Load(string members = "{}", EventKind events = EventKind.WebSocket)
    {
        var file = (JsonObject)JsonNode.Parse($$"""
            {
              "issuers": [{ "issuer": "{{The.Issuer}}", "audiences": ["{{The.Audience}}"] }],
              "ticket": { "table": "tickets" },
              "webSocket": { "origins": ["https://app.example"] },
              "routes": [{ "route": "$connect" }]
            }
            """)!;
        foreach ((string name, JsonNode? value) in (JsonObject)JsonNode.Parse(members)!)
        {
            file[name] = value?.DeepClone();
        }

        _folder.Write(ConfigurationFile.DefaultName, file.ToJsonString());
        return ConfigurationFile.Load(_folder.Path, Variables.GetValueOrDefault, events);
    }

    public IReadOnlyList<string> Problems(string members, EventKind events = EventKind.WebSocket)
    {
        try
        {
            Load(members, events);
            return [];
        }
        catch (ConfigurationException e)
        {
            return e.Problems;
        }
    }

    public void Dispose() => _folder.Dispose();
}
