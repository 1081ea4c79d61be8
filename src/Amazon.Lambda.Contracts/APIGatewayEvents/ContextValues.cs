using System.Globalization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>Reads a context value as a type, whether it was set by code or came out of an event as a JsonElement.</summary>
internal static class ContextValues
{
    public static string Text(this Dictionary<string, object> context, string key) =>
        context.TryGetValue(key, out object value) ? value.ToString() : null;

    public static int? Number(this Dictionary<string, object> context, string key) =>
        context.TryGetValue(key, out object value)
        && int.TryParse(value?.ToString(), NumberStyles.Integer, CultureInfo.CurrentCulture, out int number)
            ? number
            : null;

    public static bool? Boolean(this Dictionary<string, object> context, string key) =>
        context.TryGetValue(key, out object value) && bool.TryParse(value?.ToString(), out bool boolean) ? boolean : null;
}
