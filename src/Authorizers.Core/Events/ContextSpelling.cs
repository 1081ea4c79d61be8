using System.Text;

namespace Authorizers.Core.Events;

/// <summary>
/// Gives the values of <c>$context</c> the names that they have in REST APIs. The method and the path are those of the method
/// ARN, on which API Gateway evaluates the policy: the event's own path begins with the stage, or with a custom domain's base
/// path.
/// </summary>
internal static class ContextSpelling
{
    private static readonly byte[] Method = "httpMethod"u8.ToArray();
    private static readonly byte[] Path = "path"u8.ToArray();

    /// <summary>Names of payload format 2.0 and of REST APIs.</summary>
    private static readonly (byte[] Http, byte[] Same)[] Names =
    [
        ("http.sourceIp"u8.ToArray(), "identity.sourceIp"u8.ToArray()),
        ("http.userAgent"u8.ToArray(), "identity.userAgent"u8.ToArray()),
        ("http.protocol"u8.ToArray(), "protocol"u8.ToArray()),
        ("time"u8.ToArray(), "requestTime"u8.ToArray()),
        ("timeEpoch"u8.ToArray(), "requestTimeEpoch"u8.ToArray()),
    ];

    /// <summary>Of HTTP APIs in format 2.0, where the client's certificate stands.</summary>
    private static ReadOnlySpan<byte> Authentication => "authentication."u8;

    public static void Unify(List<RequestText> texts, EventFormat format, MethodArn method)
    {
        texts.RemoveAll(text => text.Part == RequestPart.Context && IsOwn(text.Name.Span));
        if (format == EventFormat.HttpApi2)
        {
            Rename(texts);
        }

        if (format != EventFormat.WebSocket)
        {
            texts.Add(new RequestText(RequestPart.Context, Method, Encoding.UTF8.GetBytes(method.HttpMethod.ToString())));
            texts.Add(new RequestText(RequestPart.Context, Path, Encoding.UTF8.GetBytes($"/{method.Path}")));
        }
    }

    private static void Rename(List<RequestText> texts)
    {
        for (int i = texts.Count - 1; i >= 0; i--)
        {
            ReadOnlyMemory<byte> name = texts[i].Name;
            if (texts[i].Part != RequestPart.Context)
            {
                continue;
            }

            if (name.Span.StartsWith(Authentication))
            {
                texts[i] = texts[i].Under((byte[])[.. "identity."u8, .. name[Authentication.Length..].Span]);
            }
            else if (Array.Find(Names, known => name.Span.SequenceEqual(known.Http)) is { Http: not null } known)
            {
                texts[i] = texts[i].Under(known.Same);
            }
        }
    }

    private static bool IsOwn(ReadOnlySpan<byte> name) => name.SequenceEqual(Method) || name.SequenceEqual(Path)
        || name.SequenceEqual("http.method"u8) || name.SequenceEqual("http.path"u8);
}
