using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>Which conditions of a template hold. Each is found out once.</summary>
internal sealed class ConditionTable
{
    private readonly TemplateMap _conditions;
    private readonly Func<TemplateValue, TemplateValue?> _resolve;
    private readonly Budget _budget;
    private readonly Dictionary<string, bool> _known;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <param name="conditions">As the template has them.</param>
    /// <param name="forced">Those that are so whatever the template says.</param>
    /// <param name="resolve">Resolves what is compared.</param>
    /// <param name="budget">Of what may lead to one another.</param>
    public ConditionTable(
        TemplateMap conditions,
        IReadOnlyDictionary<string, bool> forced,
        Func<TemplateValue, TemplateValue?> resolve,
        Budget budget)
    {
        (_conditions, _resolve, _budget) = (conditions, resolve, budget);
        _known = new Dictionary<string, bool>(forced, StringComparer.Ordinal);
        if (forced.Keys.FirstOrDefault(name => conditions[name] is null) is { } unknown)
        {
            throw new TemplateException(0, $"It has no condition {unknown}.");
        }
    }

    public void FindAll()
    {
        foreach (TemplateMember condition in _conditions.Members)
        {
            Holds(condition.Name, condition.Line);
        }
    }

    public bool Holds(string name, int line)
    {
        if (_known.TryGetValue(name, out bool known))
        {
            return known;
        }

        TemplateValue condition = _conditions[name] ?? throw new TemplateException(line, $"There is no condition {name}.");
        if (!_open.Add(name))
        {
            throw new TemplateException(line, $"Condition {name} depends on itself.");
        }

        bool holds = Evaluate(condition);
        _open.Remove(name);
        return _known[name] = holds;
    }

    private bool Evaluate(TemplateValue condition)
    {
        if (condition is not TemplateMap { Members: [TemplateMember function] })
        {
            throw new TemplateException(
                condition.Line, "A condition is one function: Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition.");
        }

        _budget.Enter(function.Line);
        bool holds = function.Name switch
        {
            "Fn::Equals" => AreEqual(Operands(function, 2, 2)),
            "Fn::And" => Operands(function, 2, 10).Select(Evaluate).ToList().TrueForAll(part => part),
            "Fn::Or" => Operands(function, 2, 10).Select(Evaluate).ToList().Exists(part => part),
            "Fn::Not" => !Evaluate(Operands(function, 1, 1)[0]),
            "Condition" => Holds(function.Value.RequireText("Condition").Text, function.Line),
            _ => throw new TemplateException(function.Line, $"{function.Name} is no function of a condition."),
        };
        _budget.Leave();
        return holds;
    }

    private bool AreEqual(IReadOnlyList<TemplateValue> operands) => SameValue.Are(_resolve(operands[0]), _resolve(operands[1]));

    private static IReadOnlyList<TemplateValue> Operands(TemplateMember function, int least, int most)
    {
        IReadOnlyList<TemplateValue> operands = function.Value.RequireList(function.Name).Items;
        string number = least == most ? $"{most}" : $"{least} to {most}";
        return operands.Count >= least && operands.Count <= most
            ? operands
            : throw new TemplateException(function.Line, $"{function.Name} takes {number} operands, not {operands.Count}.");
    }
}
