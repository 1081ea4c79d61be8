using Authorizers.Templates.Values;

namespace Authorizers.Templates.Apis.Reading;

/// <summary>Takes parts out of maps. One of the wrong shape is refused; one that only a deployment knows is noted.</summary>
internal sealed class PartReader
{
    private readonly List<TemplateNote> _notes = [];

    public IReadOnlyList<TemplateNote> Notes => _notes;

    public void Note(int line, string text) => _notes.Add(new TemplateNote(line, text));

    public TemplateMap? Map(TemplateMap parent, string name) => Known(parent[name], name)?.RequireMap(name);

    public IReadOnlyList<TemplateMember> Members(TemplateMap parent, string name) => Map(parent, name)?.Members ?? [];

    public IReadOnlyList<TemplateValue> List(TemplateMap parent, string name) =>
        Known(parent[name], name)?.RequireList(name).Items ?? [];

    /// <summary>The texts of a list; a text alone is a list of one.</summary>
    public static IReadOnlyList<TemplateText> Texts(TemplateMap parent, string name) => parent[name] switch
    {
        null or TemplateText { Text: "" } => [],
        TemplateText text => [text],
        TemplateValue value => [.. value.RequireList(name).Items.Select(item => item.RequireText(name))],
    };

    /// <summary>Null where it is empty.</summary>
    public static TemplateText? Text(TemplateMap parent, string name) =>
        parent[name] is { } value and not TemplateText { Text: "" } ? value.RequireText(name) : null;

    public static bool IsTrue(TemplateMap parent, string name) => Text(parent, name) is { IsTrue: true };

    public static int LineOf(TemplateMap parent, string name) =>
        parent.Members.FirstOrDefault(member => member.Name == name)?.Line ?? parent.Line;

    private TemplateValue? Known(TemplateValue? value, string name)
    {
        if (value is TemplateText { IsKnown: false } text)
        {
            Note(text.Line, $"{name} is {text}, which only a deployment knows: what it holds is not seen here.");
        }

        return value is TemplateText { Text: "" } or TemplateText { IsKnown: false } ? null : value;
    }
}
