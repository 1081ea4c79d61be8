using System.Text.Json;
using Authorizers.Core.Verification.Records;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>A record as one line of JSON, as it is exported, imported and shipped with a function. It holds no secret.</summary>
public static class ApiKeyRecordJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, ApiKeyRecord record) => RecordJson.Write(writer, ApiKeyRecordFields.Of(record));

    /// <summary>Reads one object.</summary>
    /// <exception cref="RecordException">It is no JSON object, or no record.</exception>
    public static ApiKeyRecord Read(ReadOnlySpan<byte> json) =>
        ApiKeyRecordFields.Read(RecordJson.Read(json, ApiKeyRecordFields.Digest));
}
