using System.Text.Json;
using System.Text.Unicode;

namespace Authorizers.Core.Events;

/// <summary>
/// Reads the REQUEST events of REST APIs, HTTP APIs (payload formats 1.0 and 2.0) and WebSocket APIs. Members that API Gateway
/// may add later are ignored; a map may be null, empty or absent.
/// </summary>
public static class RequestEvent
{
    private static readonly EventMember[] Members =
    [
        new("type", static (ref Utf8JsonReader reader, RequestEventParts parts) => parts.Type = reader.GetString()),
        new("version", static (ref Utf8JsonReader reader, RequestEventParts parts) => parts.Version = reader.GetString()),
        new("methodArn", static (ref Utf8JsonReader reader, RequestEventParts parts) => parts.MethodArn = reader.GetString()),
        new("routeArn", static (ref Utf8JsonReader reader, RequestEventParts parts) => parts.RouteArn = reader.GetString()),
        new("routeKey", static (ref Utf8JsonReader reader, RequestEventParts parts) => parts.RouteKey = reader.GetString()),
        new("rawQueryString", EventMaps.ReadRawQuery),
        new("cookies", EventMaps.ReadCookies),
        Map("headers", RequestPart.Header, repeats: true),
        Map("multiValueHeaders", RequestPart.Header, repeats: false),
        Map("queryStringParameters", RequestPart.Query, repeats: true),
        Map("multiValueQueryStringParameters", RequestPart.Query, repeats: false),
        Map("stageVariables", RequestPart.StageVariable, repeats: false),
        new("requestContext", EventMaps.ReadContext),
    ];

    /// <exception cref="InvalidEventException">It is not JSON, not a REQUEST event, or its method ARN is none.</exception>
    public static AuthorizerRequest Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Utf8.IsValid(json.Span) ? ReadMembers(json).ToRequest() : throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidEventException(
                "The event is not a JSON object with text and maps of text where a REQUEST event has them.", e);
        }
    }

    private static RequestEventParts ReadMembers(ReadOnlyMemory<byte> json)
    {
        var parts = new RequestEventParts(json);
        uint seen = 0;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int index = IndexOf(ref reader);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
                continue;
            }

            uint mark = 1u << index;
            seen = (seen & mark) == 0 ? seen | mark : throw new JsonException();
            if (reader.TokenType != JsonTokenType.Null)
            {
                Members[index].Read(ref reader, parts);
            }
        }

        return reader.Read() ? throw new JsonException() : parts;
    }

    private static int IndexOf(ref Utf8JsonReader reader)
    {
        for (int i = 0; i < Members.Length; i++)
        {
            if (reader.ValueTextEquals(Members[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    private static EventMember Map(string name, RequestPart part, bool repeats) =>
        new(name, (ref Utf8JsonReader reader, RequestEventParts parts) => EventMaps.ReadMap(ref reader, parts, part, repeats));
}
