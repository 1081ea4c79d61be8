using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Verification;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>What a line says, whoever says it: header and claims, and never the third part.</summary>
/// <param name="Header">Null when the first part is not one strict JSON object.</param>
/// <param name="Claims">Null when the second part is not one strict JSON object.</param>
internal sealed record TokenParts(JsonElement? Header, JsonElement? Claims)
{
    public static TokenParts Read(ReadOnlyMemory<byte>? line)
    {
        string text = line is { } bytes ? Encoding.ASCII.GetString(bytes.Span).Trim() : "";
        string[] parts = text[(text.LastIndexOf(' ') + 1)..].Split('.');
        return parts.Length == 3 ? new TokenParts(Decode(parts[0]), Decode(parts[1])) : new TokenParts(null, null);
    }

    private static JsonElement? Decode(string part)
    {
        byte[] json = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        bool decoded = Base64Url.DecodeFromChars(part, json, out _, out int length) == OperationStatus.Done;
        return decoded ? StrictJson.ParseObjectOnce(json.AsSpan(0, length)) : null;
    }
}
