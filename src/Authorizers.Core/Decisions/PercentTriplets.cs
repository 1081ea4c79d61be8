namespace Authorizers.Core.Decisions;

/// <summary>
/// Percent-encoding in a route (RFC 3986 section 2.1). One spelling alone is accepted: two of one path would be two routes, the
/// one refused and the other not.
/// </summary>
internal static class PercentTriplets
{
    private const string UpperCaseDigits = "0123456789ABCDEF";

    /// <summary>Says what to write instead; null when there is nothing to say.</summary>
    public static string? ProblemOf(ReadOnlySpan<char> text)
    {
        for (int at = text.IndexOf('%'); at >= 0; at = text.IndexOf('%'))
        {
            if (text[at..] is not ['%', var high, var low, ..] || !char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low))
            {
                return "has a % without two hexadecimal digits after it; write %25 for the character itself";
            }

            if (!UpperCaseDigits.Contains(high) || !UpperCaseDigits.Contains(low))
            {
                return "has a percent triplet in small letters; write them as capitals, as in %2F";
            }

            if (IsUnreserved((char)((UpperCaseDigits.IndexOf(high) << 4) | UpperCaseDigits.IndexOf(low))))
            {
                return "has a percent triplet for a letter, a digit or one of -._~; write the character itself";
            }

            text = text[(at + 3)..];
        }

        return null;
    }

    /// <summary>RFC 3986 section 2.3: encoded or not, such a character means the same.</summary>
    public static bool IsUnreserved(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~';
}
