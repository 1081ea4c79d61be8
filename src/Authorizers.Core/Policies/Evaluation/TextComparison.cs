namespace Authorizers.Core.Policies.Evaluation;

/// <summary>Values that are compared as text. They alone may hold policy variables.</summary>
internal static class TextComparison
{
    public static ConditionValue? Exact(string text, bool hasVariables) =>
        PolicyText.TryParse(text, hasVariables, hasWildcards: false, out PolicyText? parsed) ? Value(parsed) : null;

    public static ConditionValue? InAnyCase(string text, bool hasVariables) =>
        PolicyText.TryParse(text, hasVariables, hasWildcards: false, out PolicyText? parsed)
            ? Value(parsed, ignoresCase: true)
            : null;

    public static ConditionValue? Like(string text, bool hasVariables) =>
        PolicyText.TryParse(text, hasVariables, hasWildcards: true, out PolicyText? parsed) ? Value(parsed) : null;

    /// <summary>Field by field, and with wildcards in ArnEquals too: the two operators are one.</summary>
    public static ConditionValue? Arn(string text, bool hasVariables) =>
        !PolicyText.TryParse(text, hasVariables, hasWildcards: true, out PolicyText? parsed) ? null
        : text == "*" ? Value(parsed)
        : ArnFields.Problem(parsed) is null ? Value(ArnFields.Confine(parsed, runsOver: false), boundaries: ArnFields.Boundaries)
        : null;

    private static ConditionValue Value(PolicyText text, bool ignoresCase = false, int boundaries = 0)
    {
        string[] keys = [.. text.Keys];
        GlobPattern? pattern = keys.Length == 0 ? Bind(text, ConditionContext.Empty, ignoresCase) : null;
        return new ConditionValue(
            (actual, context) => (pattern ?? Bind(text, context, ignoresCase))?.Matches(actual, boundaries), keys);
    }

    private static GlobPattern? Bind(PolicyText text, ConditionContext context, bool ignoresCase) =>
        text.Symbols(context) is { } symbols ? new GlobPattern(symbols, ignoresCase) : null;
}
