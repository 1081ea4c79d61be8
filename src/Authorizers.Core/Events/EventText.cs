using System.Text.Json;

namespace Authorizers.Core.Events;

/// <summary>Reads an event's texts where they stand.</summary>
internal static class EventText
{
    /// <summary>
    /// The string that the reader stands on, in UTF-8 and escapes undone: a part of the JSON where it has no escapes, else a
    /// copy.
    /// </summary>
    /// <exception cref="JsonException">It is no string.</exception>
    /// <exception cref="InvalidOperationException">It escapes half of a surrogate pair.</exception>
    public static ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw new JsonException();
        }

        if (!reader.ValueIsEscaped)
        {
            return json.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        }

        byte[] copy = new byte[reader.ValueSpan.Length];
        return copy.AsMemory(0, reader.CopyString(copy));
    }
}
