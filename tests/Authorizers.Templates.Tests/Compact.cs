using Authorizers.Templates.Values;

namespace Authorizers.Templates.Tests;

/// <summary>Values in one line, to be compared.</summary>
internal static class Compact
{
    public static string Of(TemplateValue? value) => value switch
    {
        TemplateText text => $"'{text.Text}'",
        TemplateList list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        TemplateMap map => $"{{{string.Join(", ", map.Members.Select(member => $"{member.Name}: {Of(member.Value)}"))}}}",
        _ => "nothing",
    };

    /// <summary>With the line of each name and value.</summary>
    public static string WithLines(TemplateValue value) => value switch
    {
        TemplateList list => $"{list.Line}[{string.Join(", ", list.Items.Select(WithLines))}]",
        TemplateMap map => $"{map.Line}{{{string.Join(", ", map.Members.Select(WithLines))}}}",
        _ => $"{value.Line}'{value}'",
    };

    private static string WithLines(TemplateMember member) => $"{member.Line}{member.Name}: {WithLines(member.Value)}";
}
