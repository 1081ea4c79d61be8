namespace Authorizers.Core.Policies.Evaluation;

/// <summary>What is known of a request beside its method: condition keys, whose names have no case, and their values.</summary>
/// <param name="values">A null says that the request has no such key.</param>
internal sealed class ConditionContext(IEnumerable<KeyValuePair<string, string?>> values)
{
    private readonly Dictionary<string, string?> _values = new(values, StringComparer.OrdinalIgnoreCase);

    public static ConditionContext Empty { get; } = new([]);

    /// <summary>True also when it is known that the request has none.</summary>
    public bool Knows(string key) => _values.ContainsKey(key);

    public string? Value(string key) => _values.GetValueOrDefault(key);
}
