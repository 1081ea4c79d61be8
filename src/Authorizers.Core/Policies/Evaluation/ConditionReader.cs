namespace Authorizers.Core.Policies.Evaluation;

/// <summary>Reads a Condition: operators, in each of them keys, and for each key one value or several.</summary>
internal static class ConditionReader
{
    private const string IfExists = "IfExists";
    private const string Null = "Null";

    /// <exception cref="MalformedPolicyException">An operator or a value is none.</exception>
    public static IEnumerable<Condition> Read(PolicyNode node, PolicyLanguage language) =>
        from comparison in node.Members()
        from key in comparison.Value.Members()
        select Read(comparison.Key, comparison.Value, key, language);

    private static Condition Read(
        string name, PolicyNode comparison, KeyValuePair<string, PolicyNode> key, PolicyLanguage language)
    {
        if (key.Key.Length == 0)
        {
            throw key.Value.Problem("has no condition key");
        }

        if (name == Null)
        {
            return Condition.Absence(key.Key, Flag(key.Value));
        }

        bool ifExists = name.EndsWith(IfExists, StringComparison.Ordinal);
        ConditionOperator row = ConditionOperator.Find(ifExists ? name[..^IfExists.Length] : name)
            ?? throw comparison.Problem("is no operator");
        ConditionValue[] values = [.. key.Value.OneOrMore().Select(value => row.Read(value.Scalar(), language.HasVariables)
            ?? throw value.Problem($"cannot be compared by {row.Name}"))];
        return Condition.Comparing(key.Key, row, values, ifExists);
    }

    private static bool Flag(PolicyNode node) =>
        node.OneOrMore() is [var value] && bool.TryParse(value.Scalar(), out bool isAbsent)
            ? isAbsent
            : throw node.Problem("must be true or false");
}
