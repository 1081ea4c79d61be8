using System.Text.RegularExpressions;

namespace Authorizers.Cli;

/// <summary>Finds credentials in a text: API keys of any prefix, tickets and tokens, those with a slip of the pen too.</summary>
internal static partial class SecretText
{
    private const int LeastTokenRun = 16;

    public static bool HoldsKey(string text) => Key().IsMatch(text);

    public static bool HoldsTicket(string text) => Ticket().IsMatch(text);

    /// <summary>
    /// A JWT begins with JSON in base64url. An opaque token has a long run of letters and digits, which names of files, options
    /// and ARNs have not.
    /// </summary>
    public static bool MayHoldToken(string text)
    {
        int run = 0;
        bool hasDigit = false;
        foreach (char letter in text)
        {
            bool counts = char.IsAsciiLetterOrDigit(letter);
            run = counts ? run + 1 : 0;
            hasDigit = counts && (hasDigit || char.IsAsciiDigit(letter));
            if (hasDigit && run >= LeastTokenRun)
            {
                return true;
            }
        }

        return text.Contains("eyJ", StringComparison.Ordinal) || HoldsTicket(text);
    }

    /// <summary>The text for a person: as <see cref="ReadableText"/> has it, without keys and tickets.</summary>
    public static string Readable(string text) =>
        ReadableText.Of(Ticket().Replace(Key().Replace(text, "(an API key)"), "(a ticket)"));

    /// <summary>The end is left open: a secret with a letter too many is one all the same.</summary>
    [GeneratedRegex("[a-z][a-z0-9]{1,9}_[A-Za-z0-9]{12}_[A-Za-z0-9]{30,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();

    /// <summary>The same of a ticket.</summary>
    [GeneratedRegex("wst_[A-Za-z0-9]{24,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ticket();
}
