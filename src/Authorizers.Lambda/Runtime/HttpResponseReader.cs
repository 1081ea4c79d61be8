using System.Buffers.Text;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// Reads HTTP/1.1 responses (RFC 9112): bodies with Content-Length, chunked or up to the end of the connection, and interim
/// responses
/// before the final one. Heads are bounded at 32 KB, bodies at Lambda's 6 MB and a little.
/// </summary>
/// <remarks>
/// The buffers serve all responses of a connection; what a response points into is good until the next is read.
/// </remarks>
internal sealed class HttpResponseReader(Stream stream)
{
    public const int MaxHeadLength = 32 * 1024;
    public const int MaxBodyLength = (6 * 1024 * 1024) + (64 * 1024);

    private const int MaxInterimResponses = 16;
    private const int MaxLineLength = 1024;
    private const int KeptBodyLength = 64 * 1024;

    private readonly ReceiveBuffer _received = new(stream);
    private byte[] _head = new byte[1024];
    private int _headLength;
    private byte[] _body = new byte[4096];
    private int _bodyLength;

    /// <summary>The final response's head.</summary>
    public HttpResponseHead Head => HttpResponseHead.Parse(_head.AsSpan(0, _headLength));

    /// <summary>The final response's body, without any transfer coding.</summary>
    public ReadOnlyMemory<byte> Body => _body.AsMemory(0, _bodyLength);

    /// <summary>Waits for a whole response.</summary>
    /// <returns>False when the connection ended before a first byte: the request may not have been seen.</returns>
    /// <exception cref="RuntimeApiException">What came is no response within the bounds, or not a whole one.</exception>
    public bool TryRead()
    {
        if (!_received.HasMore())
        {
            return false;
        }

        try
        {
            ReadToFinal();
            return true;
        }
        catch (IOException e)
        {
            throw new RuntimeApiException("The Runtime API broke the connection in the middle of a response.", e);
        }
    }

    private void ReadToFinal()
    {
        for (int interim = 0; interim <= MaxInterimResponses; interim++)
        {
            ReadHead();
            if (!Head.IsInterim)
            {
                ReadBody();
                return;
            }
        }

        throw new RuntimeApiException("The Runtime API sent interim responses and no final one.");
    }

    private void ReadHead()
    {
        ReadOnlySpan<byte> head = _received.ReadTo("\r\n\r\n"u8, MaxHeadLength);
        if (head.Length > _head.Length)
        {
            _head = new byte[head.Length];
        }

        head.CopyTo(_head);
        _headLength = head.Length;
    }

    private void ReadBody()
    {
        HttpResponseHead head = Head;
        ReadOnlySpan<byte> coding = head.Header("Transfer-Encoding"u8);
        ReadOnlySpan<byte> length = head.Header("Content-Length"u8);
        _bodyLength = 0;
        if (_body.Length > KeptBodyLength)
        {
            _body = new byte[KeptBodyLength];
        }

        if (head.HasNoBody)
        {
            return;
        }

        if (!coding.IsEmpty)
        {
            ReadChunks(coding);
        }
        else if (!length.IsEmpty)
        {
            Append(ParseLength(length, 'D'));
        }
        else
        {
            ReadToEnd();
        }
    }

    private void ReadChunks(ReadOnlySpan<byte> coding)
    {
        if (!System.Text.Ascii.EqualsIgnoreCase(coding, "chunked"u8))
        {
            throw new RuntimeApiException("The Runtime API used a transfer coding other than chunked.");
        }

        while (ReadChunkLength() is > 0 and int length)
        {
            Append(length);
            if (!ReadLine().IsEmpty)
            {
                throw new RuntimeApiException("The Runtime API sent a chunk longer than it said.");
            }
        }

        for (int trailers = 0; !ReadLine().IsEmpty; trailers++)
        {
            if (trailers == MaxInterimResponses)
            {
                throw new RuntimeApiException("The Runtime API sent too many trailers.");
            }
        }
    }

    private int ReadChunkLength()
    {
        ReadOnlySpan<byte> line = ReadLine();
        int extension = line.IndexOf((byte)';');
        return ParseLength((extension < 0 ? line : line[..extension]).TrimEnd((byte)' '), 'X');
    }

    private ReadOnlySpan<byte> ReadLine() => _received.ReadTo("\r\n"u8, MaxLineLength);

    private void Append(int length)
    {
        if (length > MaxBodyLength - _bodyLength)
        {
            throw TooLong();
        }

        if (_body.Length < _bodyLength + length)
        {
            Array.Resize(ref _body, Math.Max(_bodyLength + length, Math.Min(_body.Length * 2, MaxBodyLength)));
        }

        _received.ReadExactly(_body.AsSpan(_bodyLength, length));
        _bodyLength += length;
    }

    private void ReadToEnd()
    {
        _body = new byte[MaxBodyLength + 1];
        _bodyLength = _received.ReadToEnd(_body);
        if (_bodyLength > MaxBodyLength)
        {
            throw TooLong();
        }
    }

    private static int ParseLength(ReadOnlySpan<byte> text, char format) =>
        Utf8Parser.TryParse(text, out uint length, out int consumed, format) && consumed == text.Length && length <= MaxBodyLength
            ? (int)length
            : throw new RuntimeApiException("The Runtime API sent a length that is malformed or over the limit.");

    private static RuntimeApiException TooLong() => new($"The Runtime API sent a body of over {MaxBodyLength} bytes.");
}
