using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>The conditions of a table's rules. Each is asked once a decision, however many rules have it.</summary>
internal sealed class TableConditions
{
    private readonly RequestCondition[] _distinct;
    private readonly int[][] _ofRule;

    public TableConditions(IReadOnlyList<RouteRule> rules)
    {
        _distinct = [.. rules.SelectMany(rule => rule.When).Distinct()];
        _ofRule = [.. rules.Select(rule => Array.ConvertAll([.. rule.When], condition => Array.IndexOf(_distinct, condition)))];
    }

    /// <summary>Which of them hold; nothing is allocated where there are none.</summary>
    public ReadOnlySpan<bool> Held(RequestValues values, TimeProvider clock)
    {
        bool[] held = _distinct.Length == 0 ? [] : new bool[_distinct.Length];
        for (int i = 0; i < held.Length; i++)
        {
            held[i] = _distinct[i].HoldsFor(values, clock);
        }

        return held;
    }

    /// <summary>True when all of one rule's are among those that hold.</summary>
    public bool HoldFor(int rule, ReadOnlySpan<bool> held)
    {
        foreach (int condition in _ofRule[rule])
        {
            if (!held[condition])
            {
                return false;
            }
        }

        return true;
    }
}
