using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads ISO 8601 text or a number since 1970, and writes ISO 8601.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    /// <summary>A whole number above this is milliseconds, one up to it (the last day of 6968) is seconds.</summary>
    private const long LargestSeconds = 157_753_180_800;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out DateTime date))
        {
            return date;
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long whole))
        {
            return whole > LargestSeconds ? DateTime.UnixEpoch.AddMilliseconds(whole) : DateTime.UnixEpoch.AddSeconds(whole);
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double seconds))
        {
            return DateTime.UnixEpoch.AddSeconds(seconds);
        }

        throw new JsonSerializerException($"A JSON {reader.TokenType} that is no date.");
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
