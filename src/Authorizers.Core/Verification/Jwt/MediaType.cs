namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// A "typ" is compared without regard to case, or to an <c>application/</c> before it (RFC 7515 section 4.1.9).
/// </summary>
internal static class MediaType
{
    private const string Prefix = "application/";

    public static bool AreEqual(string left, string right) =>
        Subtype(left).Equals(Subtype(right), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Subtype(string text) =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text.AsSpan(Prefix.Length) : text;
}
