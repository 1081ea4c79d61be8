using System.Text.Json;
using System.Text.RegularExpressions;

namespace Authorizers.Core.Tests.Documentation;

/// <summary>
/// Evaluates the part of JSON Schema 2020-12 that our schema uses, and throws on any other keyword: what is not evaluated must
/// not look as if it were.
/// </summary>
/// <param name="root">Where <c>#/$defs/…</c> starts from.</param>
internal sealed class SchemaEvaluation(JsonElement root)
{
    public bool Accepts(JsonElement schema, JsonElement value) =>
        schema.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? schema.GetBoolean()
            : schema.EnumerateObject().All(keyword => Holds(keyword.Name, keyword.Value, schema, value));

    private bool Holds(string keyword, JsonElement argument, JsonElement schema, JsonElement value) => keyword switch
    {
        "$schema" or "$defs" or "title" or "description" or "default" => true,
        "$ref" => Accepts(root.GetProperty("$defs").GetProperty(argument.GetString()!["#/$defs/".Length..]), value),
        "anyOf" => argument.EnumerateArray().Any(choice => Accepts(choice, value)),
        "allOf" => argument.EnumerateArray().All(rule => Accepts(rule, value)),
        "not" => !Accepts(argument, value),
        "const" => JsonElement.DeepEquals(argument, value),
        "enum" => argument.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)),
        "type" => argument.ValueKind == JsonValueKind.Array
            ? argument.EnumerateArray().Any(type => IsOf(type.GetString()!, value))
            : IsOf(argument.GetString()!, value),
        _ => value.ValueKind switch
        {
            JsonValueKind.Object => HoldsOfObject(keyword, argument, schema, value),
            JsonValueKind.Array => HoldsOfArray(keyword, argument, value),
            JsonValueKind.String => HoldsOfText(keyword, argument, value.GetString()!),
            JsonValueKind.Number => HoldsOfNumber(keyword, argument, value.GetDecimal()),
            _ => IsForOthers(keyword, ""),
        },
    };

    private bool HoldsOfObject(string keyword, JsonElement argument, JsonElement schema, JsonElement value) => keyword switch
    {
        "required" => argument.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => argument.EnumerateObject()
            .All(member => !value.TryGetProperty(member.Name, out JsonElement found) || Accepts(member.Value, found)),
        "minProperties" => value.EnumerateObject().Count() >= argument.GetInt32(),
        "maxProperties" => value.EnumerateObject().Count() <= argument.GetInt32(),
        "propertyNames" => value.EnumerateObject()
            .All(member => Accepts(argument, JsonSerializer.SerializeToElement(member.Name))),
        "additionalProperties" => value.EnumerateObject()
            .Where(member => !IsNamed(member.Name, schema))
            .All(member => Accepts(argument, member.Value)),
        _ => IsForOthers(keyword, "object"),
    };

    private static bool IsNamed(string member, JsonElement schema) =>
        schema.TryGetProperty("properties", out JsonElement members) && members.TryGetProperty(member, out _);

    private bool HoldsOfArray(string keyword, JsonElement argument, JsonElement value) => keyword switch
    {
        "items" => value.EnumerateArray().All(item => Accepts(argument, item)),
        "minItems" => value.GetArrayLength() >= argument.GetInt32(),
        "contains" => value.EnumerateArray().Any(item => Accepts(argument, item)),
        "uniqueItems" => argument.GetBoolean() && IsFreeOfCopies([.. value.EnumerateArray()]),
        "maxItems" => value.GetArrayLength() <= argument.GetInt32(),
        _ => IsForOthers(keyword, "array"),
    };

    private static bool IsFreeOfCopies(JsonElement[] items) =>
        !items.Index().Any(one => items.Take(one.Index).Any(other => JsonElement.DeepEquals(one.Item, other)));

    private static bool HoldsOfText(string keyword, JsonElement argument, string value) => keyword switch
    {
        "minLength" => value.Length >= argument.GetInt32(),
        "pattern" => Regex.IsMatch(value, argument.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)),
        _ => IsForOthers(keyword, "string"),
    };

    private static bool HoldsOfNumber(string keyword, JsonElement argument, decimal value) => keyword switch
    {
        "minimum" => value >= argument.GetDecimal(),
        "maximum" => value <= argument.GetDecimal(),
        _ => IsForOthers(keyword, "number"),
    };

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && decimal.IsInteger(value.GetDecimal()),
        _ => throw new NotSupportedException($"The type {type} is not evaluated."),
    };

    /// <summary>A keyword about one kind of value says nothing of the other kinds.</summary>
    private static bool IsForOthers(string keyword, string kind) => keyword switch
    {
        "required" or "properties" or "minProperties" or "maxProperties" or "propertyNames" or "additionalProperties" =>
            kind != "object",
        "items" or "minItems" or "maxItems" or "contains" or "uniqueItems" => kind != "array",
        "minLength" or "pattern" => kind != "string",
        "minimum" or "maximum" => kind != "number",
        _ => throw new NotSupportedException($"The keyword {keyword} is not evaluated."),
    };
}
