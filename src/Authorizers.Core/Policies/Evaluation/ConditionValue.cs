namespace Authorizers.Core.Policies.Evaluation;

/// <summary>One value that a condition compares with.</summary>
/// <param name="Matches">Null when a policy variable in it has no value; false also for what cannot be compared.</param>
/// <param name="Keys">The condition keys that its variables name.</param>
internal sealed record ConditionValue(Func<string, ConditionContext, bool?> Matches, IReadOnlyList<string> Keys)
{
    /// <summary>A value without variables.</summary>
    public static ConditionValue Of(Predicate<string> matches) => new((actual, _) => matches(actual), []);
}
