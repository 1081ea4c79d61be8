namespace Authorizers.Cli.Explain;

/// <summary>What the checks said of the credential.</summary>
/// <param name="Failed">The first that did not hold, as <c>token inspect</c> names it; null where none is known.</param>
/// <param name="Code">Why; null when all hold.</param>
/// <param name="Claim">The claim at fault; null when none is.</param>
internal sealed record CheckVerdict(string? Failed, string? Code, string? Claim)
{
    public static CheckVerdict Held { get; } = new(null, null, null);

    public bool AllHold => Code is null;
}
