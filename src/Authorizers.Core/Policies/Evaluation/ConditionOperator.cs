namespace Authorizers.Core.Policies.Evaluation;

/// <summary>The operators of conditions, one row each. A name without a row makes its policy malformed.</summary>
/// <param name="Name">In this case and no other.</param>
/// <param name="IsNegated">It holds when no value matches, hence also when the request has no such key.</param>
/// <param name="Read">A value of the policy, which has variables or not; null when this operator cannot compare with it.</param>
internal sealed record ConditionOperator(string Name, bool IsNegated, Func<string, bool, ConditionValue?> Read)
{
    private static readonly Dictionary<string, ConditionOperator> ByName = All().ToDictionary(row =>
        row.Name, StringComparer.Ordinal);

    public static ConditionOperator? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<ConditionOperator> All() =>
    [
        new("StringEquals", false, TextComparison.Exact),
        new("StringNotEquals", true, TextComparison.Exact),
        new("StringEqualsIgnoreCase", false, TextComparison.InAnyCase),
        new("StringNotEqualsIgnoreCase", true, TextComparison.InAnyCase),
        new("StringLike", false, TextComparison.Like),
        new("StringNotLike", true, TextComparison.Like),
        new("ArnEquals", false, TextComparison.Arn),
        new("ArnNotEquals", true, TextComparison.Arn),
        new("ArnLike", false, TextComparison.Arn),
        new("ArnNotLike", true, TextComparison.Arn),
        new("NumericEquals", false, TypedComparison.Number(order => order == 0)),
        new("NumericNotEquals", true, TypedComparison.Number(order => order == 0)),
        new("NumericLessThan", false, TypedComparison.Number(order => order < 0)),
        new("NumericLessThanEquals", false, TypedComparison.Number(order => order <= 0)),
        new("NumericGreaterThan", false, TypedComparison.Number(order => order > 0)),
        new("NumericGreaterThanEquals", false, TypedComparison.Number(order => order >= 0)),
        new("DateEquals", false, TypedComparison.Date(order => order == 0)),
        new("DateNotEquals", true, TypedComparison.Date(order => order == 0)),
        new("DateLessThan", false, TypedComparison.Date(order => order < 0)),
        new("DateLessThanEquals", false, TypedComparison.Date(order => order <= 0)),
        new("DateGreaterThan", false, TypedComparison.Date(order => order > 0)),
        new("DateGreaterThanEquals", false, TypedComparison.Date(order => order >= 0)),
        new("Bool", false, TypedComparison.Flag),
        new("IpAddress", false, TypedComparison.Address),
        new("NotIpAddress", true, TypedComparison.Address),
    ];
}
