using System.Buffers;

namespace Authorizers.Core;

/// <summary>The token of HTTP (RFC 9110 section 5.6.2): names of headers, schemes and subprotocols are one.</summary>
internal static class HttpToken
{
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    private static readonly SearchValues<byte> Bytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~"u8);

    /// <summary>False for an empty text.</summary>
    public static bool IsOne(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(Characters);

    /// <summary>The same of UTF-8.</summary>
    public static bool IsOne(ReadOnlySpan<byte> text) => !text.IsEmpty && !text.ContainsAnyExcept(Bytes);
}
