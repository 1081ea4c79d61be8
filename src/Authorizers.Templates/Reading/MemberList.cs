using Authorizers.Templates.Values;

namespace Authorizers.Templates.Reading;

/// <summary>The members of a map as they are read; a name that comes twice is refused.</summary>
internal sealed class MemberList
{
    private readonly List<TemplateMember> _members = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public void Add(string name, int line, TemplateValue value)
    {
        if (!_names.Add(name))
        {
            throw new TemplateException(line, $"\"{name}\" stands there twice.");
        }

        _members.Add(new TemplateMember(name, line, value));
    }

    /// <summary>Takes what has no member of its name yet.</summary>
    public void Merge(TemplateMap other) => _members.AddRange(other.Members.Where(member => _names.Add(member.Name)));

    public TemplateMap ToMap(int line) => new(line, _members);
}
