using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Records;

/// <summary>What was read is no record.</summary>
/// <param name="problem">Names the field and what is wrong with it, never its value.</param>
public sealed class RecordException(string problem) : Exception(problem)
{
    private const int LongestName = 64;

    /// <summary>Who wrote the field chose its name too: it is cut, and cannot begin another line of a log.</summary>
    /// <param name="name">Of the field.</param>
    /// <param name="problem">Goes on after the name.</param>
    public static RecordException Of(string name, string problem)
    {
        string clean = ContextText.Clean(name);
        return new($"{(clean.Length > LongestName ? clean[..LongestName] + "…" : clean)} {problem}");
    }
}
