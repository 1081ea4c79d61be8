using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>The mappings of a template. They hold no functions; one that called another would have no end.</summary>
internal sealed class MappingTable(TemplateMap mappings)
{
    /// <summary>Null where there is none.</summary>
    public TemplateValue? Find(string map, string key, string name) =>
        ((mappings[map] as TemplateMap)?[key] as TemplateMap)?[name] is { } found ? Literal(found) : null;

    private static TemplateValue Literal(TemplateValue value) => value switch
    {
        TemplateText text => Literal(text),
        TemplateList list => new TemplateList(
            list.Line, [.. list.Items.Select(item => Literal(item.RequireText("A part of Mappings")))]),
        _ => throw new TemplateException(value.Line, "A part of Mappings is a map, not a text or a list of texts."),
    };

    private static TemplateText Literal(TemplateText text) => new(text.Line, UnknownNames.Literal(text.Text));
}
