using Authorizers.Templates.Apis;
using Authorizers.Templates.Functions;
using Authorizers.Templates.Resolution;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting;

/// <summary>Resolves a template for rules, with all conditions as they are and with each of them turned round.</summary>
internal sealed class LintValuations(Template template, string folder, IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>Beyond these, conditions are left as they are: each costs as much as the whole template.</summary>
    private const int MaxConditions = 100;

    private readonly DeployedFunctions _functions = new(folder);
    private readonly List<TemplateNote> _notes = [];

    /// <summary>What could not be judged for reasons that lie in the conditions.</summary>
    public IReadOnlyList<TemplateNote> Notes => _notes;

    public LintSubject AsGiven() => Resolve(new Dictionary<string, bool>());

    /// <summary>One for each condition.</summary>
    public IReadOnlyList<LintSubject> Turned()
    {
        IReadOnlyDictionary<string, bool> conditions = ConditionsWith(new Dictionary<string, bool>());
        TemplateMember[] members = [.. template.Conditions.Members];
        if (members.Length > MaxConditions)
        {
            _notes.Add(new TemplateNote(
                members[MaxConditions].Line, $"Only the first {MaxConditions} conditions are turned round, each once."));
        }

        return [.. members.Take(MaxConditions).Select(member => Turn(member, !conditions[member.Name])).OfType<LintSubject>()];
    }

    /// <summary>Null where the template makes no sense then: that condition may never be so.</summary>
    private LintSubject? Turn(TemplateMember condition, bool holds)
    {
        try
        {
            return Resolve(new TurnedCondition(template.Conditions, condition.Name, holds).Forced);
        }
        catch (TemplateException e)
        {
            _notes.Add(new TemplateNote(
                condition.Line, $"It is not judged with condition {condition.Name} turned round: line {e.Line}: {e.Message}"));
            return null;
        }
    }

    private LintSubject Resolve(IReadOnlyDictionary<string, bool> forced) => new()
    {
        Valued = Deploy(new TemplateValuation { Parameters = parameters, Conditions = forced }),
        Symbolic = Deploy(new TemplateValuation { Symbolic = true, Conditions = ConditionsWith(forced) }),
        Parameters = template.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => parameter.NoEcho, StringComparer.Ordinal),
        Source = template.Root,
    };

    /// <summary>All of them, as the values of parameters have it: names alone would not tell.</summary>
    private Dictionary<string, bool> ConditionsWith(IReadOnlyDictionary<string, bool> forced)
    {
        var valuation = new TemplateValuation { Parameters = parameters, Conditions = forced };
        ConditionTable table = new ValueResolver(template, valuation).Conditions;
        return template.Conditions.Members.ToDictionary(
            member => member.Name, member => table.Holds(member.Name, member.Line), StringComparer.Ordinal);
    }

    private Deployment Deploy(TemplateValuation valuation)
    {
        ResolvedTemplate resolved = template.Resolve(valuation);
        return new Deployment
        {
            Template = resolved,
            Apis = ApiDefinitions.Of(resolved, folder),
            Functions = _functions.Of(resolved.Resources),
        };
    }
}
