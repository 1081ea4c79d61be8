using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>An action of a policy: <c>service:Name</c> with wildcards in the name, in any case, or <c>*</c>.</summary>
internal static class ActionPattern
{
    private static readonly SearchValues<char> ServiceLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*?");

    /// <summary>False for a text that names no action.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out GlobPattern? pattern)
    {
        int colon = text.IndexOf(':');
        ReadOnlySpan<char> service = text.AsSpan(0, Math.Max(colon, 0));
        ReadOnlySpan<char> name = text.AsSpan(colon + 1);
        bool isAction = text == "*" || (!name.IsEmpty && !name.ContainsAnyExcept(NameLetters)
            && (service is "*" || (!service.IsEmpty && !service.ContainsAnyExcept(ServiceLetters))));
        pattern = isAction && PolicyText.TryParse(text, hasVariables: false, hasWildcards: true, out PolicyText? parsed)
            ? new GlobPattern(parsed.Symbols(ConditionContext.Empty)!, ignoresCase: true)
            : null;
        return pattern is not null;
    }
}
