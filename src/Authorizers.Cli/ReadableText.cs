using System.Globalization;
using System.Text;

namespace Authorizers.Cli;

/// <summary>
/// Text of somebody else's file, for a terminal: on one line, of bounded length, all but ASCII as <c>\u</c> escapes.
/// </summary>
internal static class ReadableText
{
    private const int MaxLength = 400;

    public static string Of(string text)
    {
        var readable = new StringBuilder();
        foreach (char letter in text.AsSpan(0, Math.Min(text.Length, MaxLength)))
        {
            _ = letter is >= ' ' and <= '~'
                ? readable.Append(letter)
                : readable.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
        }

        return text.Length > MaxLength ? readable.Append("...").ToString() : readable.ToString();
    }
}
