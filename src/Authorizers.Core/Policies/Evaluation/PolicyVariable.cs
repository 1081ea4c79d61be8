using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// A condition key in a text, <c>${aws:UserAgent}</c>, or with what stands for a missing one, <c>${aws:Referer, 'none'}</c>.
/// </summary>
internal sealed record PolicyVariable(string Key, string? Default)
{
    /// <param name="text">What stands between the braces.</param>
    /// <param name="variable">The variable; null when it is none.</param>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out PolicyVariable? variable)
    {
        int comma = text.IndexOf(',');
        ReadOnlySpan<char> key = (comma < 0 ? text : text[..comma]).Trim(' ');
        ReadOnlySpan<char> quoted = comma < 0 ? "''" : text[(comma + 1)..].Trim(' ');
        bool isVariable = key.Contains(':') && key.IndexOfAny(" *?${") < 0 && quoted is ['\'', .., '\''];
        variable = isVariable ? new PolicyVariable(key.ToString(), comma < 0 ? null : quoted[1..^1].ToString()) : null;
        return isVariable;
    }

    public string? Value(ConditionContext context) => context.Value(Key) ?? Default;
}
