using System.Buffers;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Policies;

/// <summary>An answer as a line of JSON.</summary>
internal static class AnswerJson
{
    public static ReadOnlySpan<byte> Write(GatewayAnswer answer)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("decision", $"{answer.Decision}");
            writer.WriteStartArray("statements");
            foreach (AppliedStatement statement in answer.Statements)
            {
                Write(writer, statement);
            }

            writer.WriteEndArray();
            writer.WriteNumber("status", answer.Status);
            writer.WriteString("body", answer.Body);
            writer.WriteEndObject();
        }

        return line.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter writer, AppliedStatement statement)
    {
        writer.WriteStartObject();
        writer.WriteString("source", statement.Source);
        writer.WriteNumber("index", statement.Index);
        writer.WriteString("effect", $"{statement.Effect}");
        writer.WriteString("resource", statement.Resource);
        writer.WriteEndObject();
    }
}
