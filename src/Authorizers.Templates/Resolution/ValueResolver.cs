using System.Globalization;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>
/// Replaces functions by what they make. What only a deployment knows stays, as <see cref="TemplateText"/> says.
/// </summary>
internal sealed class ValueResolver
{
    private const string Prefix = "Fn::";

    private readonly References _references;
    private readonly MappingTable _mappings;
    private readonly Budget _budget = new();

    public ValueResolver(Template template, TemplateValuation valuation)
    {
        _references = new References(template, valuation);
        _mappings = new MappingTable(template.Mappings);
        Conditions = new ConditionTable(template.Conditions, valuation.Conditions, Resolve, _budget);
    }

    public ConditionTable Conditions { get; }

    public MacroNotes Notes { get; } = new();

    /// <summary>Null where <c>AWS::NoValue</c> takes it away.</summary>
    public TemplateValue? Resolve(TemplateValue value)
    {
        _budget.Spend(value.Line, value is TemplateText { Text.Length: var length } ? length + 1 : 1);
        _budget.Enter(value.Line);
        TemplateValue? resolved = value switch
        {
            TemplateText text => new TemplateText(text.Line, UnknownNames.Literal(text.Text)),
            TemplateList list => ResolveItems(list),
            TemplateMap { Members: [TemplateMember only] } when IsFunction(only.Name) => Bounded(Call(only)),
            _ => ResolveMap((TemplateMap)value),
        };
        _budget.Leave();
        return resolved;
    }

    public TemplateMap ResolveMap(TemplateMap map)
    {
        var members = new List<TemplateMember>(map.Members.Count);
        foreach (TemplateMember member in map.Members)
        {
            if (MacroNotes.IsMacro(member))
            {
                Notes.Add(member);
            }
            else if (member.Name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                throw new TemplateException(member.Line, $"{member.Name} is a function, and stands where names are expected.");
            }
            else if (Resolve(member.Value) is { } value)
            {
                members.Add(member with { Value = value });
            }
        }

        return new TemplateMap(map.Line, members);
    }

    private static bool IsFunction(string name) => name == "Ref" || name.StartsWith(Prefix, StringComparison.Ordinal);

    private TemplateList ResolveItems(TemplateList list) =>
        new(list.Line, [.. list.Items.Select(Resolve).OfType<TemplateValue>()]);

    private TemplateValue? Call(TemplateMember function)
    {
        switch (function.Name)
        {
            case "Ref":
                return _references.Value(function.Value.RequireText("Ref").Text, function.Line);
            case "Fn::GetAtt":
                return GetAttribute(function);
            case "Fn::Sub":
                return Substitute(function);
            case "Fn::Join":
                return Join(function);
            case "Fn::If":
                return Choose(function);
            case "Fn::Select":
                return Select(function);
            case "Fn::Split":
                return Split(function);
            case "Fn::FindInMap":
                return FindInMap(function);
            case MacroNotes.Transform:
                Notes.Add(function);
                return Unknown(function);
            case "Fn::Base64" or "Fn::Cidr" or "Fn::GetAZs" or "Fn::GetStackOutput" or "Fn::ImportValue" or "Fn::Length"
                or "Fn::ToJsonString":
                return Unknown(function);
            case "Fn::And" or "Fn::Equals" or "Fn::Not" or "Fn::Or":
                throw new TemplateException(function.Line, $"{function.Name} stands outside of Conditions.");
            default:
                return MacroNotes.IsMacro(function)
                    ? ResolveMap(new TemplateMap(function.Line, [function]))
                    : throw new TemplateException(function.Line, $"{function.Name} is no function of CloudFormation.");
        }
    }

    private TemplateText GetAttribute(TemplateMember function)
    {
        (string resource, TemplateValue? attribute) = function.Value switch
        {
            TemplateText text when text.Text.Split('.', 2) is [string id, string name] => (id, new TemplateText(text.Line, name)),
            TemplateList { Items: [TemplateText id, TemplateValue name] } => (id.Text, Resolve(name)),
            _ => throw new TemplateException(function.Line, "Fn::GetAtt takes a resource and an attribute."),
        };
        return attribute is TemplateText known
            ? _references.Attribute(resource, known.Text, function.Line)
            : throw new TemplateException(function.Line, "The attribute of Fn::GetAtt is no text.");
    }

    private TemplateText Substitute(TemplateMember function)
    {
        (TemplateText template, TemplateMap? own) = function.Value switch
        {
            TemplateText text => (text, null),
            TemplateList { Items: [TemplateText text, TemplateMap map] } => (text, ResolveMap(map)),
            _ => throw new TemplateException(function.Line, "Fn::Sub takes a text, or a list of a text and a map."),
        };
        return new TemplateText(function.Line, new SubText(_references, own, _budget).Replace(template));
    }

    private TemplateText Join(TemplateMember function)
    {
        (TemplateText separator, TemplateValue? list) = Arguments(function, 2) is [TemplateText text, TemplateValue items]
            ? (text, Resolve(items))
            : throw new TemplateException(function.Line, "Fn::Join takes a separator and a list.");
        return list switch
        {
            TemplateList known => Join(function.Line, UnknownNames.Literal(separator.Text), known.Items),
            TemplateText { IsKnown: false } unknown => unknown,
            _ => throw new TemplateException(function.Line, "Fn::Join takes a separator and a list."),
        };
    }

    private TemplateText Join(int line, string separator, IReadOnlyList<TemplateValue> parts)
    {
        _budget.Spend(line, (long)separator.Length * parts.Count);
        return new TemplateText(line, string.Join(separator, parts.Select(part => part.RequireText("A part of Fn::Join"))));
    }

    private TemplateValue? Choose(TemplateMember function) =>
        Arguments(function, 3) is [TemplateText condition, TemplateValue then, TemplateValue otherwise]
            ? Resolve(Conditions.Holds(condition.Text, condition.Line) ? then : otherwise)
            : throw new TemplateException(function.Line, "Fn::If takes the name of a condition and two values.");

    private TemplateValue Select(TemplateMember function)
    {
        IReadOnlyList<TemplateValue> arguments = Arguments(function, 2);
        return (Resolve(arguments[0]), Resolve(arguments[1])) switch
        {
            (TemplateText { IsKnown: false }, _) or (_, TemplateText { IsKnown: false }) => Unknown(function),
            (TemplateText index, TemplateList { Items: var items })
                when int.TryParse(index.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < items.Count =>
                items[at],
            _ => throw new TemplateException(function.Line, "Fn::Select takes a number and a list that has so many items."),
        };
    }

    private TemplateValue Split(TemplateMember function)
    {
        IReadOnlyList<TemplateValue> arguments = Arguments(function, 2);
        return (Resolve(arguments[0]), Resolve(arguments[1])) switch
        {
            (_, TemplateText { IsKnown: false }) => Unknown(function),
            (TemplateText { Text.Length: > 0 } separator, TemplateText text) => new TemplateList(
                function.Line, [.. text.Text.Split(separator.Text).Select(part => new TemplateText(function.Line, part))]),
            _ => throw new TemplateException(function.Line, "Fn::Split takes a separator and a text."),
        };
    }

    private TemplateValue FindInMap(TemplateMember function)
    {
        IReadOnlyList<TemplateValue> arguments = function.Value.RequireList(function.Name).Items;
        TemplateText[] keys = [.. arguments.Take(3).Select(Resolve).OfType<TemplateText>()];
        if (keys.Length < 3)
        {
            throw new TemplateException(function.Line, "Fn::FindInMap takes the name of a map and two keys.");
        }

        if (!Array.TrueForAll(keys, key => key.IsKnown))
        {
            return Unknown(function);
        }

        TemplateValue? otherwise = (arguments.ElementAtOrDefault(3) as TemplateMap)?["DefaultValue"];
        return _mappings.Find(keys[0].Text, keys[1].Text, keys[2].Text)
            ?? (otherwise is null ? null : Resolve(otherwise))
            ?? throw new TemplateException(function.Line, $"There is no {keys[0]}.{keys[1]}.{keys[2]} in Mappings.");
    }

    private static IReadOnlyList<TemplateValue> Arguments(TemplateMember function, int count)
    {
        IReadOnlyList<TemplateValue> arguments = function.Value.RequireList(function.Name).Items;
        return arguments.Count == count
            ? arguments
            : throw new TemplateException(function.Line, $"{function.Name} takes {count} arguments, not {arguments.Count}.");
    }

    private static TemplateText Unknown(TemplateMember function) => new(function.Line, UnknownNames.Text(function.Name));

    private TemplateValue? Bounded(TemplateValue? made)
    {
        int amount = made switch
        {
            TemplateText text => text.Text.Length,
            TemplateList list => list.Items.Count,
            _ => 0,
        };
        _budget.Spend(made?.Line ?? 0, amount);
        return made;
    }
}
