using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>A record as one line of JSON, as it is exported, imported and shipped with a function. It holds no secret.</summary>
public static class ApiKeyRecordJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, ApiKeyRecord record)
    {
        writer.WriteStartObject();
        foreach ((string name, object value) in ApiKeyRecordFields.Of(record))
        {
            switch (value)
            {
                case string text:
                    writer.WriteString(name, text);
                    break;
                case long number:
                    writer.WriteNumber(name, number);
                    break;
                case ReadOnlyMemory<byte> bytes:
                    writer.WriteString(name, Base64Url.EncodeToString(bytes.Span));
                    break;
                case IReadOnlyList<string> texts:
                    WriteTexts(writer, name, texts);
                    break;
                case IReadOnlyList<KeyValuePair<string, object>> pairs:
                    writer.WritePropertyName(name);
                    ContextJson.Write(writer, pairs);
                    break;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads one object.</summary>
    /// <exception cref="ApiKeyRecordException">It is no JSON object, or no record.</exception>
    public static ApiKeyRecord Read(ReadOnlySpan<byte> json)
    {
        JsonElement root = StrictJson.ParseObjectOnce(json) ?? throw new ApiKeyRecordException("it is no JSON object");
        List<KeyValuePair<string, object>> fields = [];
        foreach (JsonProperty member in root.EnumerateObject())
        {
            fields.Add(new(member.Name, member.NameEquals(ApiKeyRecordFields.Digest) ? Bytes(member.Value) : Value(member)));
        }

        return ApiKeyRecordFields.Read(fields);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static object Value(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.Array when ClaimValue.IsTexts(member.Value) => Texts(member.Value),
        JsonValueKind.Object => Pairs(member.Value),
        _ => Scalar(member),
    };

    private static List<string> Texts(JsonElement array)
    {
        List<string> texts = [];
        foreach (JsonElement item in array.EnumerateArray())
        {
            texts.Add(item.GetString()!);
        }

        return texts;
    }

    private static List<KeyValuePair<string, object>> Pairs(JsonElement members)
    {
        List<KeyValuePair<string, object>> pairs = [];
        foreach (JsonProperty pair in members.EnumerateObject())
        {
            pairs.Add(new(pair.Name, Scalar(pair)));
        }

        return pairs;
    }

    private static object Scalar(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.String => member.Value.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when RecordNumber.TryParse(member.Value.GetRawText(), out object? number) => number,
        _ => throw ApiKeyRecordException.Of(member.Name, "is malformed"),
    };

    private static object Bytes(JsonElement value)
    {
        byte[] text = value.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(value.GetString()!) : [];
        byte[] bytes = new byte[Base64UrlText.DecodedLength(text.Length)];
        return Base64UrlText.TryDecode(text, bytes) ? new ReadOnlyMemory<byte>(bytes) : ReadOnlyMemory<byte>.Empty;
    }
}
