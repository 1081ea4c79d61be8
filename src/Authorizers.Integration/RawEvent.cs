using System.Text.Json;

namespace Authorizers.Integration;

/// <summary>Where the context stands in the JSON of an event.</summary>
internal static class RawEvent
{
    /// <summary>What API Gateway adds to every context: milliseconds. It says nothing of the caller.</summary>
    public const string OfTheGateway = "integrationLatency";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">The bytes are not JSON, or a member stands twice.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json) => JsonElement.Parse(json, Options);

    /// <summary>Null when there is none, or it is no object.</summary>
    public static IEnumerable<KeyValuePair<string, object>>? ContextOf(JsonElement request)
    {
        JsonElement? authorizer = Member(Member(request, "requestContext"), "authorizer");
        JsonElement? context = IsFormat2(request) ? Member(authorizer, "lambda") : authorizer;
        return context is { ValueKind: JsonValueKind.Object } members
            ? members.EnumerateObject().Select(member => new KeyValuePair<string, object>(member.Name, member.Value))
            : null;
    }

    private static bool IsFormat2(JsonElement request) =>
        Member(request, "version") is { ValueKind: JsonValueKind.String } version && version.ValueEquals("2.0"u8);

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out JsonElement member)
            ? member
            : null;
}
