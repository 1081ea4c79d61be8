using System.Buffers;
using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Cli.Keys;

/// <summary>A record as the line of JSON that is exported and imported.</summary>
internal static class RecordLine
{
    public static ReadOnlySpan<byte> Of(ApiKeyRecord record)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, CompactJson.Options))
        {
            ApiKeyRecordJson.Write(writer, record);
        }

        return line.WrittenSpan;
    }
}
