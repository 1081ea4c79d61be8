using System.Buffers.Text;
using System.Text;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// Status line and headers of one HTTP/1.1 response (RFC 9112 sections 4 and 5), as bytes that are looked into and not
/// copied.
/// </summary>
internal readonly ref struct HttpResponseHead
{
    private static ReadOnlySpan<byte> LineEnd => "\r\n"u8;

    private readonly ReadOnlySpan<byte> _headers;

    private HttpResponseHead(int status, ReadOnlySpan<byte> headers)
    {
        Status = status;
        _headers = headers;
    }

    public int Status { get; }

    public bool IsInterim => Status is >= 100 and < 200;

    public bool HasNoBody => IsInterim || Status is 204 or 304;

    /// <param name="head">Status line and headers, if there are any, up to the last one's line end.</param>
    /// <exception cref="RuntimeApiException">It is not a response's head.</exception>
    public static HttpResponseHead Parse(ReadOnlySpan<byte> head)
    {
        int lineEnd = head.IndexOf(LineEnd);
        ReadOnlySpan<byte> line = lineEnd < 0 ? head : head[..lineEnd];
        if (line.Length < 12
            || !line.StartsWith("HTTP/1."u8)
            || line[8] != ' '
            || (line.Length > 12 && line[12] != ' ')
            || !Utf8Parser.TryParse(line[9..12], out int status, out int digits)
            || digits != 3
            || status < 100)
        {
            throw new RuntimeApiException("The Runtime API answered something that is not HTTP/1.1.");
        }

        return new HttpResponseHead(status, lineEnd < 0 ? default : head[(lineEnd + LineEnd.Length)..]);
    }

    /// <summary>The value without white space around it; empty when there is no such header.</summary>
    /// <param name="name">In any case.</param>
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> rest = _headers;
        while (!rest.IsEmpty)
        {
            int lineEnd = rest.IndexOf(LineEnd);
            ReadOnlySpan<byte> line = lineEnd < 0 ? rest : rest[..lineEnd];
            rest = lineEnd < 0 ? default : rest[(lineEnd + LineEnd.Length)..];
            int colon = line.IndexOf((byte)':');
            if (colon == name.Length && Ascii.EqualsIgnoreCase(line[..colon], name))
            {
                return line[(colon + 1)..].Trim(" \t"u8);
            }
        }

        return default;
    }

    /// <summary>True when the header's whole value is the token, in any case.</summary>
    public bool HeaderIs(ReadOnlySpan<byte> name, ReadOnlySpan<byte> token) => Ascii.EqualsIgnoreCase(Header(name), token);
}
