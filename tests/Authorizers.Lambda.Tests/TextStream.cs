using System.Text;

namespace Authorizers.Lambda.Tests;

/// <summary>A stream whose bytes are read as text while it is written.</summary>
internal sealed class TextStream(StringBuilder text) : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => text.Append(Encoding.UTF8.GetString(buffer));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
}
