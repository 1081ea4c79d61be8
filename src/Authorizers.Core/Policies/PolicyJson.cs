using System.Buffers;
using System.Text.Json;

namespace Authorizers.Core.Policies;

/// <summary>
/// Writes a policy as API Gateway reads it. By hand, because a generated serializer costs a native binary a megabyte and half a
/// millisecond at start; a test holds it to the bytes that Amazon's serializer writes.
/// </summary>
internal static class PolicyJson
{
    public static byte[] Write(PolicyDocument policy)
    {
        var json = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("Version"u8, PolicyDocument.Version);
            writer.WriteStartArray("Statement"u8);
            foreach (Statement statement in policy.Statements)
            {
                WriteStatement(writer, statement);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return json.WrittenSpan.ToArray();
    }

    private static void WriteStatement(Utf8JsonWriter writer, Statement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("Effect"u8, statement.Effect == Effect.Allow ? "Allow"u8 : "Deny"u8);
        WriteTexts(writer, "Action"u8, [Statement.Action]);
        WriteTexts(writer, "Resource"u8, statement.Resources);
        WriteTexts(writer, "NotResource"u8, statement.NotResources);
        if (statement.UntilText is { } until)
        {
            writer.WriteStartObject("Condition"u8);
            writer.WriteStartObject(Statement.Before);
            writer.WriteString(Statement.CurrentTime, until);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>An empty list would be malformed, so it is left out.</summary>
    private static void WriteTexts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
