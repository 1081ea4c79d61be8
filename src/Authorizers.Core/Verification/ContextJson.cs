using System.Text.Json;

namespace Authorizers.Core.Verification;

/// <summary>Writes a context as the one JSON object that is measured and answered.</summary>
internal static class ContextJson
{
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
