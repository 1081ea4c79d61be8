using System.Text.Json;

namespace Authorizers.Core.Events;

/// <summary>
/// Reads the maps and lists of a REQUEST event; what is neither text nor null where text belongs is no such event.
/// </summary>
internal static class EventMaps
{
    /// <summary>A name may have one text or a list of them; null is none.</summary>
    public static void ReadMap(ref Utf8JsonReader reader, RequestEventParts parts, RequestPart part, bool repeats)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            ReadOnlyMemory<byte> name = EventText.Read(ref reader, parts.Json);
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    parts.Add(part, name, EventText.Read(ref reader, parts.Json), repeats);
                }
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                parts.Add(part, name, EventText.Read(ref reader, parts.Json), repeats);
            }
        }
    }

    public static void ReadCookies(ref Utf8JsonReader reader, RequestEventParts parts)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            parts.AddCookie(EventText.Read(ref reader, parts.Json));
        }
    }

    public static void ReadRawQuery(ref Utf8JsonReader reader, RequestEventParts parts) =>
        parts.RawQuery = EventText.Read(ref reader, parts.Json);

    /// <summary>
    /// Texts, numbers and booleans by their path, such as <c>identity.sourceIp</c>; lists and nulls are left out.
    /// </summary>
    public static void ReadContext(ref Utf8JsonReader reader, RequestEventParts parts) =>
        ReadContext(ref reader, parts, default);

    private static void ReadContext(ref Utf8JsonReader reader, RequestEventParts parts, ReadOnlyMemory<byte> path)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            ReadOnlyMemory<byte> name = EventText.Read(ref reader, parts.Json);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    ReadContext(ref reader, parts, Join(path, name));
                    break;
                case JsonTokenType.StartArray:
                    reader.Skip();
                    break;
                case JsonTokenType.String:
                    parts.Add(RequestPart.Context, Join(path, name), EventText.Read(ref reader, parts.Json));
                    break;
                case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                    parts.Add(RequestPart.Context, Join(path, name), Raw(ref reader, parts.Json));
                    break;
            }
        }
    }

    private static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte> path, ReadOnlyMemory<byte> name) =>
        path.IsEmpty ? name : (byte[])[.. path.Span, (byte)'.', .. name.Span];

    private static ReadOnlyMemory<byte> Raw(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json) =>
        json.Slice((int)reader.TokenStartIndex, reader.ValueSpan.Length);

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw new JsonException();
        }
    }
}
