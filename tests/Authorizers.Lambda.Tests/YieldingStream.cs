namespace Authorizers.Lambda.Tests;

/// <summary>Lets other threads go ahead within each write, so that one that does not wait for its turn is seen.</summary>
internal sealed class YieldingStream : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public override void Write(byte[] buffer, int offset, int count)
    {
        base.Write(buffer, offset, count / 2);
        Thread.Yield();
        base.Write(buffer, offset + (count / 2), count - (count / 2));
    }
}
