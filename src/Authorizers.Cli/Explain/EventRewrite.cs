using System.Buffers;
using System.Text;
using System.Text.Json;
using Authorizers.Core;

namespace Authorizers.Cli.Explain;

/// <summary>
/// The same event for another method: the members that tell the method are written anew where they are, and every other byte is
/// kept, the credential's among them.
/// </summary>
internal static class EventRewrite
{
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static byte[] For(SampleCall call, string calledPath, ReadOnlySpan<byte> json)
    {
        var rewritten = new ArrayBufferWriter<byte>(json.Length + 256);
        List<string> path = [];
        int kept = 0;
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    string name = Encoding.UTF8.GetString(reader.ValueSpan);
                    reader.Read();
                    int start = (int)reader.TokenStartIndex;
                    if (NewValue(string.Join('.', path.Append(name)), Text(ref reader), call, calledPath) is { } value)
                    {
                        reader.Skip();
                        rewritten.Write(json[kept..start]);
                        rewritten.Write(value);
                        kept = (int)reader.BytesConsumed;
                    }
                    else if (reader.TokenType == JsonTokenType.StartObject)
                    {
                        path.Add(name);
                    }
                    else
                    {
                        reader.Skip();
                    }

                    break;
                case JsonTokenType.EndObject when path.Count > 0:
                    path.RemoveAt(path.Count - 1);
                    break;
                default:
                    break;
            }
        }

        rewritten.Write(json[kept..]);
        return rewritten.WrittenSpan.ToArray();
    }

    private static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? Encoding.UTF8.GetString(reader.ValueSpan) : null;

    /// <summary>Null for what does not depend on the method.</summary>
    private static byte[]? NewValue(string member, string? old, SampleCall call, string calledPath) => member switch
    {
        "methodArn" or "routeArn" => Quoted($"{call.Method}"),
        "httpMethod" or "requestContext.httpMethod" or "requestContext.http.method" => Quoted(call.Method.HttpMethod.ToString()),
        "path" or "rawPath" or "requestContext.path" or "requestContext.http.path" => Quoted(Path(old, call, calledPath)),
        "resource" or "requestContext.resourcePath" => Quoted(call.Resource),
        "routeKey" or "requestContext.routeKey" => Quoted(call.RouteKey),
        "pathParameters" => call.Parameters,
        _ => null,
    };

    /// <summary>What stands before the path called, a stage or a base path, stays.</summary>
    private static string Path(string? old, SampleCall call, string calledPath)
    {
        string prefix = old?.EndsWith(calledPath, StringComparison.Ordinal) == true ? old[..^calledPath.Length] : "";
        return $"{prefix}/{call.Method.Path}";
    }

    private static byte[] Quoted(string text) =>
        Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(text, CompactJson.Options.Encoder)}\"");
}
