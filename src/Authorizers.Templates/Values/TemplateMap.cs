namespace Authorizers.Templates.Values;

/// <summary>Values under names.</summary>
/// <param name="line">Counted from 1.</param>
/// <param name="members">No two of one name.</param>
public sealed class TemplateMap(int line, IReadOnlyList<TemplateMember> members) : TemplateValue(line)
{
    /// <summary>In the order of the template.</summary>
    public IReadOnlyList<TemplateMember> Members { get; } = members;

    /// <summary>The value under a name, or null.</summary>
    public TemplateValue? this[string name] =>
        Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal))?.Value;

    private protected override string Shape => "a map";
}
