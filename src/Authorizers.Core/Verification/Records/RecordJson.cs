using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Records;

/// <summary>Named values as one JSON object.</summary>
internal static class RecordJson
{
    /// <exception cref="ArgumentException">A value has a type that no record has.</exception>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, object>> fields)
    {
        writer.WriteStartObject();
        foreach ((string name, object value) in fields)
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
                default:
                    throw new ArgumentException($"{name} has a type that no record has.", nameof(fields));
            }
        }

        writer.WriteEndObject();
    }

    /// <param name="json">One object.</param>
    /// <param name="bytes">The member that is bytes, in base64url; null where none is.</param>
    /// <exception cref="RecordException">It is no JSON object, or a value has a type that no record has.</exception>
    public static IReadOnlyList<KeyValuePair<string, object>> Read(ReadOnlySpan<byte> json, string? bytes = null)
    {
        JsonElement root = StrictJson.ParseObjectOnce(json) ?? throw new RecordException("it is no JSON object");
        List<KeyValuePair<string, object>> fields = [];
        foreach (JsonProperty member in root.EnumerateObject())
        {
            fields.Add(new(member.Name, member.Name == bytes ? Bytes(member.Value) : Value(member)));
        }

        return fields;
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
        _ => throw RecordException.Of(member.Name, "is malformed"),
    };

    private static object Bytes(JsonElement value)
    {
        byte[] text = value.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(value.GetString()!) : [];
        byte[] bytes = new byte[Base64UrlText.DecodedLength(text.Length)];
        return Base64UrlText.TryDecode(text, bytes) ? new ReadOnlyMemory<byte>(bytes) : ReadOnlyMemory<byte>.Empty;
    }
}
