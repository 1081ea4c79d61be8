using System.Globalization;
using System.Text.Json;

namespace Authorizers.Integration;

/// <summary>
/// One text for one value, whichever way it came: REST and WebSocket APIs hand on strings, HTTP APIs JSON values, and a test or
/// another serializer plain objects.
/// </summary>
internal static class ContextValue
{
    /// <summary>Null for what no authorizer may say: null, objects and arrays, and what is no text.</summary>
    public static string? TextOf(object? value) => value switch
    {
        JsonElement json => TextOf(json),
        string text => text,
        bool flag => flag ? "true" : "false",
        int or long or double or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? TextOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Unescaped(json),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => json.GetRawText(),
        _ => null,
    };

    private static string? Unescaped(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, or bytes that are no UTF-8.
            return null;
        }
    }
}
