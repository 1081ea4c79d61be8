using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>What was read is no record of an API key.</summary>
/// <param name="problem">Names the field and what is wrong with it, never its value.</param>
public sealed class ApiKeyRecordException(string problem) : Exception(problem)
{
    private const int LongestName = 64;

    /// <summary>Who wrote the field chose its name too: it is cut, and cannot begin another line of a log.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="problem">Goes on after the name.</param>
    public static ApiKeyRecordException Of(string name, string problem)
    {
        string clean = ContextText.Clean(name);
        return new($"{(clean.Length > LongestName ? clean[..LongestName] + "…" : clean)} {problem}");
    }
}
