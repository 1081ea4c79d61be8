using Authorizers.Templates.Values;

namespace Authorizers.Templates.Resolution;

/// <summary>Notes of what only a deployment works out: <c>Fn::Transform</c> and <c>Fn::ForEach</c>.</summary>
internal sealed class MacroNotes
{
    public const string Transform = "Fn::Transform";

    private const string ForEach = "Fn::ForEach::";

    private readonly HashSet<TemplateNote> _notes = [];

    /// <summary>Each once, in the order of the lines.</summary>
    public IReadOnlyList<TemplateNote> All => [.. _notes.OrderBy(note => note.Line)];

    public static bool IsMacro(TemplateMember member) =>
        member.Name == Transform || member.Name.StartsWith(ForEach, StringComparison.Ordinal);

    public void Add(TemplateMember macro)
    {
        string name = macro.Value is TemplateMap map && map["Name"] is TemplateText { Text: var called }
            ? $"{macro.Name} {called}"
            : macro.Name;
        string text = $"{name} is worked out when the stack is deployed: what it makes is not seen here.";
        _notes.Add(new TemplateNote(macro.Line, text));
    }
}
