using System.Globalization;
using System.Text.Json;

namespace Authorizers.Lambda.Runtime;

/// <summary>The member by which CloudWatch orders lines.</summary>
internal static class Timestamp
{
    /// <summary>Of the format "O", which has seven digits after the point, and which the platform writes fastest.</summary>
    private const int MillisecondsEnd = 23;

    /// <summary>Writes <c>timestamp</c> in UTC with milliseconds (RFC 3339).</summary>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset moment)
    {
        Span<byte> text = stackalloc byte[28];
        moment.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[MillisecondsEnd] = (byte)'Z';
        writer.WriteString("timestamp"u8, text[..(MillisecondsEnd + 1)]);
    }
}
