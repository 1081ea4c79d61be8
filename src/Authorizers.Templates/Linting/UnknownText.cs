using System.Text.RegularExpressions;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting;

/// <summary>Texts in which something stands as <c>${Name}</c>, because only a deployment knows it.</summary>
internal static partial class UnknownText
{
    public static bool IsIn(string text) => UnknownNames.Of(text).Count > 0;

    /// <summary>What stands between the braces, each once.</summary>
    public static IReadOnlyList<string> NamesIn(string text) => [.. UnknownNames.Of(text).Distinct(StringComparer.Ordinal)];

    /// <summary>With a letter for each unknown part, so that colons and slashes are those of the template.</summary>
    public static string Masked(string text) => Place().Replace(text, "x");

    [GeneratedRegex(@"\$\{[^{}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
