namespace Authorizers.Core.Verification.Records;

/// <summary>The values of a record on their way to a table or a file; what a record does not have is left out.</summary>
internal sealed class RecordFields
{
    private readonly List<KeyValuePair<string, object>> _fields = [];

    public IReadOnlyList<KeyValuePair<string, object>> All => _fields;

    public void Add(string name, object? value)
    {
        if (value is not null)
        {
            _fields.Add(new(name, value));
        }
    }

    public void Add(string name, DateTimeOffset? moment) => Add(name, (object?)moment?.ToUnixTimeSeconds());

    /// <summary>An empty list is left out: it could be read as none and as all.</summary>
    public void Add(string name, IReadOnlyList<string> texts) => Add(name, texts.Count > 0 ? (object)texts : null);

    /// <summary>The same of a context.</summary>
    public void Add(string name, IReadOnlyList<KeyValuePair<string, object>> pairs) =>
        Add(name, pairs.Count > 0 ? (object)pairs : null);
}
