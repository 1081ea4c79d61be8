using System.Buffers;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Templates.Linting;

namespace Authorizers.Cli.Templates;

/// <summary>Findings for programs, as one line of JSON.</summary>
internal static class FindingJson
{
    public static ReadOnlySpan<byte> Write(string file, IEnumerable<Finding> findings)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            writer.WriteStartArray();
            foreach (Finding finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("file", file);
                writer.WriteNumber("line", finding.Line);
                writer.WriteString("rule", finding.Rule);
                writer.WriteString("resource", finding.Resource);
                writer.WriteString("message", finding.Message);
                writer.WriteString("remedy", finding.Remedy);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return line.WrittenSpan;
    }
}
