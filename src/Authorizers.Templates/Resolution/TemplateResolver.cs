using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>Says what a template deploys with given values.</summary>
internal sealed class TemplateResolver(Template template, TemplateValuation valuation)
{
    private readonly ValueResolver _values = new(template, valuation);

    public ResolvedTemplate Resolve()
    {
        _values.Conditions.FindAll();
        TemplateResource[] resources = [.. template.Resources.Members.Select(ResolveResource).OfType<TemplateResource>()];
        TemplateOutput[] outputs = [.. template.Outputs.Members.Select(ResolveOutput).OfType<TemplateOutput>()];
        return new ResolvedTemplate
        {
            Resources = resources,
            Outputs = outputs,
            Globals = _values.ResolveMap(template.Globals),
            Notes = _values.Notes.All,
        };
    }

    private TemplateResource? ResolveResource(TemplateMember member)
    {
        if (MacroNotes.IsMacro(member))
        {
            _values.Notes.Add(member);
            return null;
        }

        TemplateMap resource = member.Value.RequireMap($"Resource {member.Name}");
        string type = resource["Type"]?.RequireText($"The type of resource {member.Name}").Text
            ?? throw new TemplateException(member.Line, $"Resource {member.Name} has no Type.");
        if (!IsThere(resource))
        {
            return null;
        }

        TemplateMap properties = MapIn(resource, "Properties", member.Name) ?? new TemplateMap(member.Line, []);
        TemplateMap? metadata = MapIn(resource, "Metadata", member.Name);
        return new TemplateResource(
            member.Name,
            type,
            member.Line,
            _values.ResolveMap(GlobalProperties.Merge(template.Globals, type, properties)),
            metadata is null ? null : _values.ResolveMap(metadata));
    }

    private TemplateOutput? ResolveOutput(TemplateMember member)
    {
        if (MacroNotes.IsMacro(member))
        {
            _values.Notes.Add(member);
            return null;
        }

        TemplateMap output = member.Value.RequireMap($"Output {member.Name}");
        if (!IsThere(output))
        {
            return null;
        }

        TemplateValue value = output["Value"]
            ?? throw new TemplateException(member.Line, $"Output {member.Name} has no Value.");
        return _values.Resolve(value)?.RequireText($"The value of output {member.Name}") is { } text
            ? new TemplateOutput(member.Name, member.Line, text)
            : null;
    }

    private bool IsThere(TemplateMap part) =>
        part["Condition"] is not { } condition
        || _values.Conditions.Holds(condition.RequireText("Condition").Text, condition.Line);

    private static TemplateMap? MapIn(TemplateMap resource, string name, string id) => resource[name] switch
    {
        null or TemplateText { Text: "" } => null,
        TemplateValue value => value.RequireMap($"{name} of resource {id}"),
    };
}
