using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Explain;

/// <summary>What comes of a call in the end.</summary>
/// <param name="Decision">Of the policies; null when the function gave none.</param>
/// <param name="Statements">All that applied.</param>
/// <param name="Status">What the client gets.</param>
/// <param name="Body">The text the client gets; null when that is the backend's affair.</param>
internal sealed record ClientAnswer(
    PolicyDecision? Decision, IReadOnlyList<AppliedStatement> Statements, int Status, string? Body)
{
    public bool IsAllowed => Decision == PolicyDecision.Allow;
}
