using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>docs/authorizer.schema.json.</summary>
internal static class ConfigurationSchema
{
    private static readonly JsonElement Root = CommentedJson.Parse(RepositoryFiles.Read("docs/authorizer.schema.json"));

    public static IReadOnlyList<SchemaLevel> Levels { get; } =
    [
        new("Root", "$", Root),
        new("`issuers[]`", "$.issuers[0]", Definition("issuer")),
        new("`keyRefresh`", "$.issuers[0].keyRefresh", Definition("keyRefresh")),
        new("`introspection`", "$.issuers[0].introspection", Definition("introspection")),
        new("`credentials`", "$.credentials", Definition("credentials")),
        new("`bearer`", "$.bearer", Definition("bearer")),
        new("`apiKey`", "$.apiKey", Definition("apiKey")),
        new("`ticket`", "$.ticket", Definition("ticket")),
        new("`webSocket`", "$.webSocket", Definition("webSocket")),
        new("`routes[]`", "$.routes[0]", Definition("route")),
        new("`when`", "$.routes[0].when['header.X-Tenant']", Definition("condition")),
    ];

    public static TheoryData<string> LevelNames => [.. Levels.Select(level => level.Name)];

    public static SchemaLevel Level(string name) => Levels.Single(level => level.Name == name);

    public static JsonElement Definition(string name) => Root.GetProperty("$defs").GetProperty(name);

    public static bool Accepts(string file) => new SchemaEvaluation(Root).Accepts(Root, CommentedJson.Parse(file));

    /// <summary>True when the text is what that definition asks for.</summary>
    public static bool Accepts(string definition, string text) =>
        new SchemaEvaluation(Root).Accepts(Definition(definition), JsonSerializer.SerializeToElement(text));

    /// <summary>A configuration without anything that may be left out.</summary>
    public static JsonObject SmallestFile() => JsonNode.Parse(
        """
        {
          "issuers": [{ "issuer": "https://issuer.example/", "audiences": ["orders-api"] }],
          "routes": [{ "route": "GET /orders/{id}" }]
        }
        """)!.AsObject();
}
