using System.Buffers;
using System.Text.Json;
using Authorizers.Core;

namespace Authorizers.Cli.Tokens;

/// <summary>A verdict as a line of JSON.</summary>
internal static class VerdictJson
{
    /// <param name="verdict">What is said of the token.</param>
    /// <param name="claims">The token's own text; null when it has none.</param>
    public static ReadOnlySpan<byte> Write(Verdict verdict, ReadOnlySpan<byte> claims)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("valid", verdict is Verdict.Valid);
            if (verdict is Verdict.Invalid invalid)
            {
                writer.WriteString("code", invalid.Code);
                writer.WriteString("claim", invalid.Claim);
            }
            else if (verdict is Verdict.Valid valid)
            {
                writer.WriteString("principal", valid.Principal);
                WriteClaims(writer, claims);
            }

            writer.WriteEndObject();
        }

        return line.WrittenSpan;
    }

    private static void WriteClaims(Utf8JsonWriter writer, ReadOnlySpan<byte> claims)
    {
        writer.WritePropertyName("claims");
        if (claims.IsEmpty)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteRawValue(claims);
        }
    }
}
