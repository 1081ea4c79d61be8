namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// A "typ" is compared without regard to case, or to an <c>application/</c> before it (RFC 7515 section 4.1.9).
/// </summary>
internal static class MediaType
{
    /// <summary>Of JWT access tokens (RFC 9068 section 2.1).</summary>
    public const string AccessToken = "at+jwt";

    private const string Prefix = "application/";
    private const string ExplicitSuffix = "+jwt";

    public static bool AreEqual(string left, string right) =>
        Subtype(left).Equals(Subtype(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True for an explicit type, as RFC 8725 section 3.11 asks for, that is not the one of access tokens: <c>logout+jwt</c>,
    /// <c>dpop+jwt</c> and the like.
    /// </summary>
    public static bool IsOfAnotherKind(string? type) =>
        type is not null
        && Subtype(type).EndsWith(ExplicitSuffix, StringComparison.OrdinalIgnoreCase)
        && !AreEqual(type, AccessToken);

    private static ReadOnlySpan<char> Subtype(string text) =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text.AsSpan(Prefix.Length) : text;
}
