using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting;

/// <summary>
/// A condition turned round, and those that must then be so too: where a mutual TLS domain needs a domain, the one is not looked
/// at without the other. What may be either way stays as it is.
/// </summary>
internal sealed class TurnedCondition
{
    private readonly TemplateMap _conditions;
    private readonly Dictionary<string, bool> _forced = new(StringComparer.Ordinal);

    /// <param name="conditions">As the template has them, and sound.</param>
    /// <param name="name">The one that is turned.</param>
    /// <param name="holds">What it is then.</param>
    public TurnedCondition(TemplateMap conditions, string name, bool holds)
    {
        _conditions = conditions;
        Force(name, holds);
    }

    /// <summary>All of them, by their names.</summary>
    public IReadOnlyDictionary<string, bool> Forced => _forced;

    private void Force(string name, bool holds)
    {
        if (_forced.TryAdd(name, holds) && _conditions[name] is { } condition)
        {
            Follow(condition, holds);
        }
    }

    private void Follow(TemplateValue condition, bool holds)
    {
        if (condition is not TemplateMap { Members: [TemplateMember function] })
        {
            return;
        }

        switch (function)
        {
            case { Name: "Condition", Value: TemplateText other }:
                Force(other.Text, holds);
                break;
            case { Name: "Fn::Not", Value: TemplateList { Items: [TemplateValue only] } }:
                Follow(only, !holds);
                break;
            case { Name: "Fn::And" or "Fn::Or", Value: TemplateList operands } when holds == (function.Name == "Fn::And"):
                foreach (TemplateValue operand in operands.Items)
                {
                    Follow(operand, holds);
                }

                break;
        }
    }
}
