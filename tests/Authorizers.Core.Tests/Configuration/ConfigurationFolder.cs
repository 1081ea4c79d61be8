using System.Globalization;
using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

/// <summary>A folder with an <c>authorizer.json</c>, an environment of its own, and a valid configuration to spoil.</summary>
internal sealed class ConfigurationFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authorizers-");

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public string Path => PathOf(ConfigurationFile.DefaultName);

    public string PathOf(string file) => System.IO.Path.Combine(_folder.FullName, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public AuthorizerConfiguration Load() => ConfigurationFile.Load(Path, Variables.GetValueOrDefault);

    public AuthorizerConfiguration Load(string json)
    {
        Write(ConfigurationFile.DefaultName, json);
        return Load();
    }

    public IReadOnlyList<string> Problems(string json)
    {
        Write(ConfigurationFile.DefaultName, json);
        return Problems();
    }

    public IReadOnlyList<string> Problems()
    {
        try
        {
            Load();
            return [];
        }
        catch (ConfigurationException e)
        {
            Assert.NotEmpty(e.Problems);
            Assert.Equal(string.Join('\n', e.Problems), e.Message);
            return e.Problems;
        }
    }

    /// <summary>The smallest valid configuration.</summary>
    public static string Valid { get; } =
        $$"""
        {
          "issuers": [{ "issuer": "{{The.Issuer}}", "audiences": ["{{The.Audience}}"] }],
          "routes": [{ "route": "GET /orders" }]
        }
        """;

    /// <summary>The smallest valid configuration but for the value at a JSON pointer, replaced or, by null, removed.</summary>
    public static string Spoilt(string pointer, string? value)
    {
        JsonNode root = JsonNode.Parse(Valid)!;
        string[] steps = pointer.Split('/')[1..];
        JsonNode parent = steps[..^1].Aggregate(root, Child);
        Put(parent, steps[^1], value);
        return root.ToJsonString();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonNode Child(JsonNode node, string step) =>
        (node is JsonArray array ? array[int.Parse(step, CultureInfo.InvariantCulture)] : node[step])!;

    private static void Put(JsonNode parent, string step, string? value)
    {
        if (parent is JsonArray array)
        {
            array[int.Parse(step, CultureInfo.InvariantCulture)] = JsonNode.Parse(value!);
        }
        else if (value is null)
        {
            parent.AsObject().Remove(step);
        }
        else
        {
            parent[step] = JsonNode.Parse(value);
        }
    }
}
