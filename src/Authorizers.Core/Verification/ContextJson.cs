using System.Buffers;
using System.Text.Json;

namespace Authorizers.Core.Verification;

/// <summary>Writes a context as the one JSON object that is measured and answered.</summary>
internal static class ContextJson
{
    /// <summary>True when the object has at most so many bytes in UTF-8; an empty one always fits.</summary>
    public static bool Fits(IReadOnlyList<KeyValuePair<string, object>> context, int maxBytes)
    {
        if (context.Count == 0)
        {
            return true;
        }

        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json, CompactJson.Options);
        Write(writer, context);
        writer.Flush();
        return json.WrittenCount <= maxBytes;
    }

    /// <exception cref="InvalidOperationException">A value is neither a string nor a boolean nor a long nor a double.</exception>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, object>> context)
    {
        writer.WriteStartObject();
        foreach ((string key, object value) in context)
        {
            writer.WritePropertyName(key);
            switch (value)
            {
                case string text:
                    writer.WriteStringValue(text);
                    break;
                case bool flag:
                    writer.WriteBooleanValue(flag);
                    break;
                case long integer:
                    writer.WriteNumberValue(integer);
                    break;
                case double number:
                    writer.WriteNumberValue(number);
                    break;
                default:
                    throw new InvalidOperationException("A context value is neither a string nor a boolean nor a number.");
            }
        }

        writer.WriteEndObject();
    }
}
