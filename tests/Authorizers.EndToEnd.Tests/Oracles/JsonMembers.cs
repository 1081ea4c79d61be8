namespace Authorizers.EndToEnd.Tests.Oracles;

/// <summary>A JSON object as text, so that members can stand twice and values can be what no serializer writes.</summary>
internal sealed class JsonMembers
{
    private readonly List<(string Name, string Value)> _members = [];

    /// <summary>Between the tokens: nothing, or white space.</summary>
    public string Space { get; set; } = "";

    /// <summary>Replaces or adds a member; null removes it.</summary>
    /// <param name="name">As it stands between its quotes.</param>
    public string? this[string name]
    {
        set
        {
            int at = _members.FindIndex(member => member.Name == name);
            if (at >= 0)
            {
                _members.RemoveAt(at);
            }

            if (value is not null)
            {
                _members.Insert(at >= 0 ? at : _members.Count, (name, value));
            }
        }
    }

    /// <summary>Puts a member before all others, whether or not there is one of its name.</summary>
    public void AddFirst(string name, string value) => _members.Insert(0, (name, value));

    /// <summary>Puts a member behind all others, whether or not there is one of its name.</summary>
    public void AddLast(string name, string value) => _members.Add((name, value));

    public void Shuffle(Random chance)
    {
        (string, string)[] members = [.. _members];
        chance.Shuffle(members);
        _members.Clear();
        _members.AddRange(members);
    }

    public override string ToString() =>
        $"{{{Space}{string.Join($",{Space}", _members.Select(Written))}{Space}}}";

    private string Written((string Name, string Value) member) => $"\"{member.Name}\"{Space}:{Space}{member.Value}";
}
