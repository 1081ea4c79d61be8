using System.Globalization;
using System.Text;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Texts for the backend. An integration may map one into a header, which a line break would end; an access log may print one,
/// where a mark of direction would show another text than stands there.
/// </summary>
internal static class ContextText
{
    /// <summary>The text without control characters, U+2028, U+2029, lone surrogates and marks of direction.</summary>
    public static string Clean(string text)
    {
        int kept = 0;
        while (kept < text.Length && !IsStripped(text, kept))
        {
            kept++;
        }

        if (kept == text.Length)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, kept, text.Length);
        for (int at = kept + 1; at < text.Length; at++)
        {
            if (!IsStripped(text, at))
            {
                clean.Append(text[at]);
            }
        }

        return clean.ToString();
    }

    private static bool IsStripped(string text, int at) => char.GetUnicodeCategory(text[at]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Surrogate => !IsHalfOfPair(text, at),
        UnicodeCategory.Format => IsMarkOfDirection(text[at]),
        _ => false,
    };

    private static bool IsHalfOfPair(string text, int at) =>
        (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
        || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at]));

    /// <summary>Unicode's property Bidi_Control.</summary>
    private static bool IsMarkOfDirection(char letter) =>
        letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
