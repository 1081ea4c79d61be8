using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// A text of a policy: characters, wildcards and policy variables. <c>${*}</c>, <c>${?}</c> and <c>${$}</c> are the characters
/// themselves, and a variable's value has no wildcards.
/// </summary>
internal sealed class PolicyText
{
    private const string VariableStart = "${";

    private readonly List<PolicyTextPart> _parts;

    public PolicyText(IEnumerable<PolicyTextPart> parts) => _parts = [.. parts];

    public IReadOnlyList<PolicyTextPart> Parts => _parts;

    /// <summary>The condition keys that its variables name.</summary>
    public IEnumerable<string> Keys => _parts.Where(part => part.Variable is not null).Select(part => part.Variable!.Key);

    /// <summary>False when a variable is no variable.</summary>
    /// <param name="text">As the policy has it.</param>
    /// <param name="hasVariables">Policies of version 2008-10-17 have none: there it is all text.</param>
    /// <param name="hasWildcards">Where there are none, <c>*</c> and <c>?</c> are characters.</param>
    /// <param name="parsed">The text.</param>
    public static bool TryParse(string text, bool hasVariables, bool hasWildcards, [NotNullWhen(true)] out PolicyText? parsed)
    {
        parsed = new PolicyText([]);
        for (int index = 0; index < text.Length; index++)
        {
            if (!hasVariables || !text.AsSpan(index).StartsWith(VariableStart))
            {
                parsed._parts.Add(new PolicyTextPart(hasWildcards ? Symbol(text[index]) : text[index]));
                continue;
            }

            int end = text.IndexOf('}', index);
            if (end < 0 || !parsed.TryAddVariable(text.AsSpan(index + VariableStart.Length, end - index - VariableStart.Length)))
            {
                parsed = null;
                return false;
            }

            index = end;
        }

        return true;
    }

    /// <summary>Characters and wildcards; null when a variable has no value here.</summary>
    public List<int>? Symbols(ConditionContext context)
    {
        List<int> symbols = [];
        foreach ((int symbol, PolicyVariable? variable) in _parts)
        {
            if (variable is null)
            {
                symbols.Add(symbol);
            }
            else if (variable.Value(context) is { } value)
            {
                symbols.AddRange(value.Select(letter => (int)letter));
            }
            else
            {
                return null;
            }
        }

        return symbols;
    }

    private bool TryAddVariable(ReadOnlySpan<char> name)
    {
        if (name is "*" or "?" or "$")
        {
            _parts.Add(new PolicyTextPart(name[0]));
            return true;
        }

        bool isVariable = PolicyVariable.TryParse(name, out PolicyVariable? variable);
        _parts.Add(new PolicyTextPart(0, variable));
        return isVariable;
    }

    private static int Symbol(char letter) => letter switch
    {
        '*' => GlobPattern.AnyRun,
        '?' => GlobPattern.AnyOne,
        _ => letter,
    };
}
