using Authorizers.Core.Verification;

namespace Authorizers.Cli.Tokens.Inspection;

/// <summary>All that is shown of a token.</summary>
/// <param name="Parts">What it says.</param>
/// <param name="Times">The moments among that.</param>
/// <param name="Now">What the moments are compared with.</param>
/// <param name="Checks">Null when there was no configuration to hold it against.</param>
/// <param name="Principal">Null unless all checks passed.</param>
internal sealed record TokenInspection(
    TokenParts Parts, IReadOnlyList<ClaimTime> Times, DateTimeOffset Now, CheckList? Checks, Principal? Principal)
{
    /// <summary>Without a configuration nothing is said to be valid, only readable.</summary>
    public bool Succeeded => Checks?.AllPassed ?? Parts is { Header: not null, Claims: not null };

    /// <summary>The configuration has an issuer to be asked about it, so that its text means nothing here.</summary>
    public bool IsOpaque => Checks?.Results.Any(result => result.Name == CheckList.Introspection) == true;

    public bool SignatureHolds =>
        Checks?.Results.Any(result => result is { Name: CheckList.Signature, Outcome: CheckOutcome.Passed }) == true;
}
