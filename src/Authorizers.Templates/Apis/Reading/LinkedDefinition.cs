using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>The definition of an API in a file of its own, beside the template.</summary>
/// <param name="folder">Which its name starts from.</param>
internal sealed class LinkedDefinition(string folder)
{
    /// <summary>Null, and noted, where it cannot be read. Its lines are those of the link.</summary>
    public TemplateMap? Read(PartReader parts, TemplateValue link, string name)
    {
        if (link is not TemplateText { IsKnown: true, Text: var uri } || uri.Contains("://", StringComparison.Ordinal))
        {
            parts.Note(link.Line, $"{name} is no file beside the template: the definition is not seen here.");
            return null;
        }

        try
        {
            return (TemplateMap)Relined(TemplateFile.ReadValue(Path.Combine(folder, uri)).RequireMap(uri), link.Line);
        }
        catch (TemplateException e)
        {
            parts.Note(link.Line, e.Line == 0 ? $"{uri}: {e.Message}" : $"{uri}, line {e.Line}: {e.Message}");
            return null;
        }
    }

    private static TemplateValue Relined(TemplateValue value, int line) => value switch
    {
        TemplateMap map => new TemplateMap(
            line, [.. map.Members.Select(member => new TemplateMember(member.Name, line, Relined(member.Value, line)))]),
        TemplateList list => new TemplateList(line, [.. list.Items.Select(item => Relined(item, line))]),
        _ => new TemplateText(line, UnknownNames.Literal(((TemplateText)value).Text)),
    };
}
