namespace Authorizers.Core.Policies.Evaluation;

/// <summary>An operator, a key, and values of which one suffices.</summary>
internal sealed class Condition
{
    private readonly Func<string?, ConditionContext, bool> _holds;

    private Condition(string key, IEnumerable<string> keys, Func<string?, ConditionContext, bool> holds) =>
        (Key, Keys, _holds) = (key, [key, .. keys], holds);

    public string Key { get; }

    /// <summary>All condition keys it names, those of variables included.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <param name="key">What is compared.</param>
    /// <param name="comparison">How.</param>
    /// <param name="values">With what.</param>
    /// <param name="ifExists">It also holds for a request that has no such key.</param>
    public static Condition Comparing(
        string key, ConditionOperator comparison, IReadOnlyList<ConditionValue> values, bool ifExists) =>
        new(key, values.SelectMany(value => value.Keys), (actual, context) =>
            actual is null ? ifExists || comparison.IsNegated : Compare(comparison, values, actual, context));

    /// <summary>The operator Null: whether the request has the key at all.</summary>
    public static Condition Absence(string key, bool isAbsent) => new(key, [], (actual, _) => actual is null == isAbsent);

    public bool Holds(ConditionContext context) => _holds(context.Value(Key), context);

    /// <summary>A value with a variable that has none lets nothing hold, not even what is negated.</summary>
    private static bool Compare(
        ConditionOperator comparison, IReadOnlyList<ConditionValue> values, string actual, ConditionContext context)
    {
        bool?[] matches = [.. values.Select(value => value.Matches(actual, context))];
        return !matches.Contains(null) && matches.Contains(true) != comparison.IsNegated;
    }
}
