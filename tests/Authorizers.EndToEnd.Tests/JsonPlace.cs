using System.Globalization;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests;

/// <summary>A place in a JSON document, as a JSON pointer without escapes (RFC 6901): <c>/issuers/0/audiences</c>.</summary>
internal static class JsonPlace
{
    /// <summary>As the configuration's problems spell it: <c>$.issuers[0].audiences</c>.</summary>
    public static string ToPath(string place) =>
        "$" + string.Concat(Steps(place).Select(step => char.IsAsciiDigit(step[0]) ? $"[{step}]" : $".{step}"));

    /// <summary>Writes a value; an empty text removes the member.</summary>
    public static void Set(JsonObject document, string place, string json)
    {
        string[] steps = Steps(place);
        JsonNode parent = steps[..^1].Aggregate(
            (JsonNode)document, (node, step) => node is JsonArray items ? items[Index(step)]! : node[step]!);
        if (parent is JsonArray array)
        {
            array[Index(steps[^1])] = JsonNode.Parse(json);
        }
        else if (json.Length == 0)
        {
            Assert.True(parent.AsObject().Remove(steps[^1]), $"There is no {place} to remove.");
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }
    }

    private static string[] Steps(string place) => place.Split('/')[1..];

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
