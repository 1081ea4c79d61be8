namespace Authorizers.Lambda.Runtime;

/// <summary>What has arrived on a connection and is not yet read, whatever pieces it came in.</summary>
internal sealed class ReceiveBuffer(Stream stream)
{
    private const int InitialLength = 16 * 1024;

    private byte[] _bytes = new byte[InitialLength];
    private int _start;
    private int _end;

    private ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>False when the other side has closed and nothing is left.</summary>
    public bool HasMore() => _start < _end || Receive();

    /// <summary>Everything up to the delimiter, without it; good until the next call.</summary>
    /// <exception cref="RuntimeApiException">It does not come within the limit, or the connection ends before.</exception>
    public ReadOnlySpan<byte> ReadTo(ReadOnlySpan<byte> delimiter, int limit)
    {
        int at;
        while ((at = Unread.IndexOf(delimiter)) < 0 && Unread.Length < limit + delimiter.Length)
        {
            RequireMore();
        }

        if (at < 0 || at > limit)
        {
            throw new RuntimeApiException($"The Runtime API sent a head or line of over {limit} bytes.");
        }

        ReadOnlySpan<byte> text = Unread[..at];
        _start += at + delimiter.Length;
        return text;
    }

    /// <exception cref="RuntimeApiException">The connection ends before the destination is full.</exception>
    public void ReadExactly(Span<byte> destination)
    {
        int buffered = Math.Min(Unread.Length, destination.Length);
        Unread[..buffered].CopyTo(destination);
        _start += buffered;
        while (buffered < destination.Length)
        {
            int received = stream.Read(destination[buffered..]);
            buffered += received > 0 ? received : throw Ended();
        }
    }

    /// <summary>How much was read; less than the destination's length only when the connection ended.</summary>
    public int ReadToEnd(Span<byte> destination)
    {
        int length = 0;
        while (length < destination.Length && HasMore())
        {
            int piece = Math.Min(Unread.Length, destination.Length - length);
            Unread[..piece].CopyTo(destination[length..]);
            _start += piece;
            length += piece;
        }

        return length;
    }

    private static RuntimeApiException Ended() => new("The Runtime API closed the connection in the middle of a response.");

    private void RequireMore()
    {
        if (!Receive())
        {
            throw Ended();
        }
    }

    private bool Receive()
    {
        if (_start == _end)
        {
            _start = _end = 0;
        }
        else if (_end == _bytes.Length)
        {
            byte[] target = _start > 0 ? _bytes : new byte[_bytes.Length * 2];
            Unread.CopyTo(target);
            (_bytes, _start, _end) = (target, 0, _end - _start);
        }

        int received = stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += received;
        return received > 0;
    }
}
