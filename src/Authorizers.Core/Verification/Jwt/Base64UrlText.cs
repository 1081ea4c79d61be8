using System.Buffers;
using System.Buffers.Text;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Canonical base64url only (RFC 7515 section 2): no padding, no white space, no stray bits. One text for each byte
/// sequence, so a
/// token cannot be respelled.
/// </summary>
internal static class Base64UrlText
{
    private static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The length of the bytes behind a text of this length.</summary>
    public static int DecodedLength(int textLength) => (int)((long)textLength * 3 / 4);

    /// <summary>False when the text is not canonical or the destination is not exactly filled.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination) =>
        !text.ContainsAnyExcept(Letters)
        && destination.Length == DecodedLength(text.Length)
        && Base64Url.DecodeFromUtf8(text, destination, out int consumed, out int written) == OperationStatus.Done
        && consumed == text.Length
        && written == destination.Length;
}
