using System.Buffers;
using System.Text.Json;
using Authorizers.Core;

namespace Authorizers.Cli.Policies;

/// <summary>The probes for programs, as one line of JSON.</summary>
internal static class ProbeJson
{
    public static ReadOnlySpan<byte> Write(ProbeArguments arguments)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("testApi", ProbePreparation.TestApi);
            writer.WriteString("preparation", ProbePreparation.Of(arguments));
            writer.WriteStartArray("probes");
            for (int index = 0; index < ProbeList.All.Count; index++)
            {
                Write(writer, index + 1, ProbeList.All[index]);
            }

            writer.WriteEndArray();
            writer.WriteString("afterwards", ProbePreparation.Afterwards);
            writer.WriteEndObject();
        }

        return line.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter writer, int number, Probe probe)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", number);
        writer.WriteString("question", probe.Question);
        writer.WriteString("script", probe.Script);
        writer.WriteStartArray("outcomes");
        foreach (ProbeOutcome outcome in probe.Outcomes)
        {
            writer.WriteStartObject();
            writer.WriteString("seen", outcome.Seen);
            writer.WriteString("means", outcome.Means);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
