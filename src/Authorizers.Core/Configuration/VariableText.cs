using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Authorizers.Core.Configuration;

/// <summary>
/// Replaces <c>${NAME}</c>, once and not recursively; a name is <c>[A-Z][A-Z0-9_]*</c> and <c>$${</c> stands for <c>${</c>
/// itself.
/// </summary>
/// <param name="variable">The environment in production; null for a name that is not set.</param>
internal sealed class VariableText(Func<string, string?> variable)
{
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <param name="text">As it stands in the file.</param>
    /// <param name="replaced">Null when a name is malformed, unset or empty.</param>
    /// <param name="problem">Names the variable, never its value or the text around it.</param>
    public bool TryReplace(string text, [NotNullWhen(true)] out string? replaced, [NotNullWhen(false)] out string? problem)
    {
        var result = new StringBuilder(text.Length);
        ReadOnlySpan<char> rest = text;
        (replaced, problem) = (null, null);
        for (int at = rest.IndexOf("${"); at >= 0; at = rest.IndexOf("${"))
        {
            if (at > 0 && rest[at - 1] == '$')
            {
                result.Append(rest[..(at - 1)]).Append("${");
                rest = rest[(at + 2)..];
                continue;
            }

            result.Append(rest[..at]);
            ReadOnlySpan<char> afterOpening = rest[(at + 2)..];
            int end = afterOpening.IndexOf('}');
            ReadOnlySpan<char> name = end < 0 ? [] : afterOpening[..end];
            if (name.IsEmpty || !char.IsAsciiLetterUpper(name[0]) || name.ContainsAnyExcept(NameLetters))
            {
                problem = "holds \"${\" without a NAME} of capitals, digits and underscores; write \"$${\" for the characters themselves";
                return false;
            }

            if (variable(name.ToString()) is not { Length: > 0 } value)
            {
                problem = $"needs ${{{name}}}, which is not set";
                return false;
            }

            result.Append(value);
            rest = afterOpening[(end + 1)..];
        }

        replaced = result.Append(rest).ToString();
        return true;
    }
}
