namespace Authorizers.EndToEnd.Tests.Tickets;

/// <summary>Takes nothing more.</summary>
internal sealed class FullDisk : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");
}
