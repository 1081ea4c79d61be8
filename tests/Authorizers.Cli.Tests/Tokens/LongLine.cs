using System.Text;

namespace Authorizers.Cli.Tests.Tokens;

/// <summary>So many letters, never all there at once, and then a text.</summary>
internal sealed class LongLine(long length, string then) : Stream
{
    private readonly long _heldBefore = GC.GetTotalMemory(forceFullCollection: true);
    private readonly MemoryStream _then = new(Encoding.ASCII.GetBytes(then));
    private long _left = length;

    /// <summary>The bytes that the process holds more than before, once all letters have been read.</summary>
    public long HeldAtItsEnd { get; private set; }

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
        if (_left == 0)
        {
            return _then.Read(buffer);
        }

        int count = (int)Math.Min(_left, buffer.Length);
        buffer[..count].Fill((byte)'a');
        _left -= count;
        HeldAtItsEnd = _left == 0 ? GC.GetTotalMemory(forceFullCollection: true) - _heldBefore : 0;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _then.Dispose();
        base.Dispose(disposing);
    }
}
