namespace Authorizers.Cli.Tokens;

/// <summary>What is said of one token.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <param name="Principal">Null when nobody was asked for.</param>
    public sealed record Valid(string? Principal) : Verdict;

    /// <param name="Code">A code of docs/codes.md, of a refusal or of an outage.</param>
    /// <param name="Claim">The claim at fault; null when none is.</param>
    public sealed record Invalid(string Code, string? Claim = null) : Verdict;
}
