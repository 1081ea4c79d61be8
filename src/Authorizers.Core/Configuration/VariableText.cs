using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Authorizers.Core.Configuration;

/// <summary>
/// Replaces <c>${NAME}</c>, once and not recursively; a name is <c>[A-Z][A-Z0-9_]*</c> and <c>$${</c> stands for <c>${</c>
/// itself. Where <c>NAME</c> is not set, <c>NAME_FILE</c> may name a file that holds the value, as secrets are mounted.
/// </summary>
/// <param name="variable">The environment in production; null for a name that is not set.</param>
/// <param name="folder">Which a file's name starts from.</param>
internal sealed class VariableText(Func<string, string?> variable, string folder)
{
    private const string FileSuffix = "_FILE";

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

            if (!TryFind(name.ToString(), out string? value, out problem))
            {
                return false;
            }

            result.Append(value);
            rest = afterOpening[(end + 1)..];
        }

        replaced = result.Append(rest).ToString();
        return true;
    }

    private bool TryFind(string name, [NotNullWhen(true)] out string? value, [NotNullWhen(false)] out string? problem)
    {
        (value, problem) = (variable(name), null);
        if (value is { Length: > 0 })
        {
            return true;
        }

        if (variable(name + FileSuffix) is not { Length: > 0 } file)
        {
            problem = $"needs ${{{name}}}, which is not set";
        }
        else if (!FileText.TryRead(Path.Combine(folder, file), out value) || value.TrimEnd('\r', '\n').Length == 0)
        {
            problem = $"needs ${{{name}}}, and the file that {name}{FileSuffix} names is empty or cannot be read";
        }

        value = value?.TrimEnd('\r', '\n');
        return problem is null;
    }
}
