using System.Text.RegularExpressions;

namespace Authorizers.Cli.Keys;

/// <summary>Finds whole API keys in a text, whatever their prefix; a key with a slip of the pen in it is one too.</summary>
internal static partial class KeyText
{
    public static bool HoldsKey(string text) => Key().IsMatch(text);

    /// <summary>The text for a person: as <see cref="ReadableText"/> has it, without keys.</summary>
    public static string Readable(string text) => ReadableText.Of(Key().Replace(text, "(an API key)"));

    /// <summary>The end is left open: a secret with a letter too many is one all the same.</summary>
    [GeneratedRegex("[a-z][a-z0-9]{1,9}_[A-Za-z0-9]{12}_[A-Za-z0-9]{30,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();
}
