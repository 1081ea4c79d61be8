using System.Text;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>Bytes as text, one letter a byte (Latin 1), so that a test can say and show any of them.</summary>
internal static class Wire
{
    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>The same bytes in every two pieces, and in pieces of every one length.</summary>
    public static IEnumerable<byte[][]> Splits(byte[] bytes)
    {
        for (int at = 1; at < bytes.Length; at++)
        {
            yield return [bytes[..at], bytes[at..]];
        }

        for (int length = 1; length <= bytes.Length; length++)
        {
            yield return [.. bytes.Chunk(length)];
        }
    }
}
