namespace Authorizers.Core;

/// <summary>
/// Where a page comes from, as browsers write it in the header Origin: scheme, host and port, the scheme's own port left out
/// (RFC 6454 section 6.2). Origins are compared letter by letter.
/// </summary>
public static class Origin
{
    /// <summary>What to say of a text that is none.</summary>
    public const string Requirement =
        "must be an origin as browsers send it, such as https://app.example.com: no path, no slash at the end, small letters, and a "
        + "port only if it is not the scheme's own; plain http for pages of this machine alone";

    private const int Longest = 255;

    /// <summary>
    /// True for the one spelling that a browser sends, of an origin that can be relied on: a page that came by plain http may be
    /// anybody's, unless it came from this machine. Schemes of applications, such as <c>capacitor://localhost</c>, are origins too;
    /// no page comes by <c>wss</c>, and <c>null</c> is every page's that has none.
    /// </summary>
    public static bool IsGood(string text) =>
        text.Length <= Longest
        && text.All(letter => letter is > ' ' and <= '~' and not '@' && !char.IsAsciiLetterUpper(letter))
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && uri.Host.Length > 0
        && uri.GetLeftPart(UriPartial.Authority) == text
        && uri.Scheme != Uri.UriSchemeWs && uri.Scheme != Uri.UriSchemeWss
        && (uri.Scheme != Uri.UriSchemeHttp || uri.IsLoopback);
}
