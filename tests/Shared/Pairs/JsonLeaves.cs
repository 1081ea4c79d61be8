using System.Text.Json;

namespace Authorizers.Tests.Pairs;

/// <summary>The texts and numbers in a JSON value, escapes undone.</summary>
internal static class JsonLeaves
{
    public static IEnumerable<string> Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Of(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Of),
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number => [value.GetRawText()],
        _ => [],
    };
}
