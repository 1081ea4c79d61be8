using Microsoft.Win32.SafeHandles;

namespace Authorizers.Lambda;

/// <summary>
/// One of the process's own output streams, written to as a file: the console's would first set up a terminal, its signals
/// and a thread.
/// Where the stream is a regular file, others may write to it too, so each write goes to its end.
/// </summary>
internal sealed class StandardStream : Stream
{
    private readonly FileStream _file;

    private StandardStream(int descriptor) =>
        _file = new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    public static Stream Output { get; } = new StandardStream(1);

    public static Stream Error { get; } = new StandardStream(2);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_file.CanSeek)
        {
            _file.Seek(0, SeekOrigin.End);
        }

        _file.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
