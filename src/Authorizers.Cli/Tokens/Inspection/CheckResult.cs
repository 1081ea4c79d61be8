namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>One check and how it ended.</summary>
/// <param name="Name">Which check.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Code">Why it does not hold; null where it does, or was not made.</param>
/// <param name="Claim">The claim at fault; null where none is.</param>
internal sealed record CheckResult(string Name, CheckOutcome Outcome, string? Code = null, string? Claim = null)
{
    /// <summary>What would have passed, where the check failed and the configuration lists it.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];
}
