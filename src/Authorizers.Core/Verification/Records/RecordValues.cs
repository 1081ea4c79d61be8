namespace Authorizers.Core.Verification.Records;

/// <summary>Named values, each taken once: what is left at the end is nothing that a record has.</summary>
internal sealed class RecordValues
{
    private readonly Dictionary<string, object> _rest = new(StringComparer.Ordinal);

    public RecordValues(IEnumerable<KeyValuePair<string, object>> fields)
    {
        foreach ((string name, object value) in fields)
        {
            if (!_rest.TryAdd(name, value))
            {
                throw RecordException.Of(name, "stands there twice");
            }
        }
    }

    public static RecordException Missing(string name) => new($"{name} is missing");

    /// <summary>Null when there is none.</summary>
    public string? Text(string name, Predicate<string> isGood) =>
        !_rest.Remove(name, out object? value) ? null
        : value is string text && isGood(text) ? text
        : throw Broken(name);

    public long? Number(string name, long least, long most) =>
        !_rest.Remove(name, out object? value) ? null
        : value is long number && number >= least && number <= most ? number
        : throw Broken(name);

    /// <summary>Empty when there is none; a list that is empty itself could be read as none and as all.</summary>
    public IReadOnlyList<string> Texts(string name, int most, Predicate<string> isGood) =>
        !_rest.Remove(name, out object? value) ? []
        : value is IReadOnlyList<string> { Count: > 0 } texts && texts.Count <= most && texts.All(text => isGood(text)) ? texts
        : throw Broken(name);

    public IReadOnlyList<KeyValuePair<string, object>> Pairs(string name, int most, Func<string, object, bool> isGood) =>
        !_rest.Remove(name, out object? value) ? []
        : value is IReadOnlyList<KeyValuePair<string, object>> pairs && pairs.Count <= most && AreGood(pairs, isGood) ? pairs
        : throw Broken(name);

    public ReadOnlyMemory<byte>? Bytes(string name, int length) =>
        !_rest.Remove(name, out object? value) ? default(ReadOnlyMemory<byte>?)
        : value is ReadOnlyMemory<byte> bytes && bytes.Length == length ? bytes
        : throw Broken(name);

    public void ThrowIfAnyLeft()
    {
        if (_rest.Count > 0)
        {
            throw RecordException.Of(_rest.Keys.Order(StringComparer.Ordinal).First(), "is no field of a record");
        }
    }

    /// <summary>Backends may take names for one that differ in case alone.</summary>
    private static bool AreGood(IReadOnlyList<KeyValuePair<string, object>> pairs, Func<string, object, bool> isGood)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object value) in pairs)
        {
            if (!names.Add(name) || !isGood(name, value))
            {
                return false;
            }
        }

        return true;
    }

    private static RecordException Broken(string name) => new($"{name} is malformed");
}
