namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>A connection on which exactly these pieces arrive, one a read, and which then ends.</summary>
internal sealed class PieceStream(params IEnumerable<byte[]> pieces) : Stream
{
    private readonly Queue<byte[]> _pieces = new(pieces);
    private int _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (!_pieces.TryPeek(out byte[]? piece))
        {
            return 0;
        }

        int length = Math.Min(buffer.Length, piece.Length - _read);
        piece.AsSpan(_read, length).CopyTo(buffer);
        _read += length;
        if (_read == piece.Length)
        {
            _pieces.Dequeue();
            _read = 0;
        }

        return length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
