using System.Globalization;
using System.Text.Json;

namespace Authorizers.Lambda.Runtime;

/// <summary>The member by which CloudWatch orders lines.</summary>
internal static class Timestamp
{
    /// <summary>Writes <c>timestamp</c> in UTC with milliseconds (RFC 3339).</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset moment)
    {
        Span<char> text = stackalloc char[24];
        moment.UtcDateTime.TryFormat(text, out int length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        writer.WriteString("timestamp"u8, text[..length]);
    }
}
