using Authorizers.Templates.Values;

namespace Authorizers.Templates.Reading;

/// <summary>Reads what stands under <c>Parameters</c>.</summary>
internal static class ParameterReader
{
    public static TemplateParameter Read(TemplateMember member)
    {
        TemplateMap map = member.Value.RequireMap($"Parameter {member.Name}");
        TemplateText type = map["Type"]?.RequireText($"The type of parameter {member.Name}")
            ?? throw new TemplateException(member.Line, $"Parameter {member.Name} has no Type.");
        return new TemplateParameter(
            member.Name,
            member.Line,
            type.Text,
            map["Default"]?.RequireText($"The default of parameter {member.Name}").Text,
            map["NoEcho"] is TemplateText { IsTrue: true },
            AllowedValues(map, member.Name));
    }

    private static IReadOnlyList<string> AllowedValues(TemplateMap map, string name)
    {
        string what = $"AllowedValues of parameter {name}";
        return [.. map["AllowedValues"]?.RequireList(what).Items.Select(item => item.RequireText(what).Text) ?? []];
    }
}
