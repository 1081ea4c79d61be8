using System.Text.RegularExpressions;

namespace Authorizers.Templates.Linting;

/// <summary>Texts in which something stands as <c>${Name}</c>, because only a deployment knows it.</summary>
internal static partial class UnknownText
{
    public static bool IsIn(string text) => Place().IsMatch(text);

    /// <summary>What stands between the braces, each once.</summary>
    public static IReadOnlyList<string> NamesIn(string text) =>
        [.. Place().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with a letter for each unknown part, so that colons and slashes in it are those of the template.</summary>
    public static string Masked(string text) => Place().Replace(text, "x");

    [GeneratedRegex(@"\$\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
