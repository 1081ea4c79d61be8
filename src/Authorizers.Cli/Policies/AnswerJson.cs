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
            Write(writer, answer);
        }

        return line.WrittenSpan;
    }

    public static void Write(Utf8JsonWriter writer, GatewayAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("decision", $"{answer.Decision}");
        WriteStatements(writer, answer.Statements);
        writer.WriteNumber("status", answer.Status);
        writer.WriteString("body", answer.Body);
        writer.WriteEndObject();
    }

    public static void WriteStatements(Utf8JsonWriter writer, IReadOnlyList<AppliedStatement> statements)
    {
        writer.WriteStartArray("statements");
        foreach (AppliedStatement statement in statements)
        {
            Write(writer, statement);
        }

        writer.WriteEndArray();
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
