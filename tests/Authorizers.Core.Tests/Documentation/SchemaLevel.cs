using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>One of the objects with fixed members.</summary>
/// <param name="Name">The heading of its table in configuration.md.</param>
/// <param name="Path">Where the first such object stands in a file, or may be put.</param>
/// <param name="Schema">What the schema says of it.</param>
internal sealed record SchemaLevel(string Name, string Path, JsonElement Schema)
{
    public IReadOnlyList<string> Members => [.. Schema.GetProperty("properties").EnumerateObject().Select(member => member.Name)];

    public IReadOnlyList<string> Required =>
        [.. Schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)];

    public JsonElement Member(string name) => Schema.GetProperty("properties").GetProperty(name);

    /// <summary>The default as JSON; null when there is none.</summary>
    public string? Default(string name) =>
        Member(name).TryGetProperty("default", out JsonElement value) ? value.GetRawText() : null;

    /// <summary>This level's first object in a file; made of what it needs where it may be left out and was.</summary>
    public JsonObject In(JsonObject file) => Path switch
    {
        "$" => file,
        "$.credentials" => Credentials(file),
        "$.bearer" => (file["bearer"] ??= new JsonObject()).AsObject(),
        "$.apiKey" => ApiKey(file),
        "$.ticket" => Ticket(file),
        "$.webSocket" => (file["webSocket"] ??= new JsonObject()).AsObject(),
        "$.issuers[0]" => file["issuers"]![0]!.AsObject(),
        "$.issuers[0].keyRefresh" => (file["issuers"]![0]!["keyRefresh"] ??= new JsonObject()).AsObject(),
        "$.issuers[0].introspection" => (file["issuers"]![0]!["introspection"] ??= new JsonObject
        {
            ["endpoint"] = "https://issuer.example/introspect",
            ["clientId"] = "orders-authorizer",
            ["clientSecret"] = "worthless",
        }).AsObject(),
        "$.routes[0]" => file["routes"]![0]!.AsObject(),
        _ => (file["routes"]![0]!["when"] ??= new JsonObject
        {
            ["header.X-Tenant"] = new JsonObject { ["present"] = true },
        })["header.X-Tenant"]!.AsObject(),
    };

    private static JsonObject Credentials(JsonObject file)
    {
        ApiKey(file);
        Ticket(file);
        return (file["credentials"] ??= new JsonObject { ["allOf"] = new JsonArray("bearer") }).AsObject();
    }

    private static JsonObject ApiKey(JsonObject file) => (file["apiKey"] ??= new JsonObject
    {
        ["table"] = "api-keys",
        ["peppers"] = new JsonObject { ["1"] = ConfigurationFolder.Pepper },
    }).AsObject();

    private static JsonObject Ticket(JsonObject file) =>
        (file["ticket"] ??= new JsonObject { ["table"] = "tickets" }).AsObject();
}
