namespace Authorizers.Core.Policies.Evaluation;

/// <summary>What one policy says of one request.</summary>
/// <param name="Decision">Explicit Deny before Allow before silence.</param>
/// <param name="Statements">All statements that applied.</param>
internal sealed record PolicyVerdict(PolicyDecision Decision, IReadOnlyList<AppliedStatement> Statements)
{
    /// <summary>Of a policy that there is not.</summary>
    public static PolicyVerdict Silence { get; } = new(PolicyDecision.ImplicitDeny, []);

    public static PolicyVerdict Of(IReadOnlyList<AppliedStatement> statements) => new(
        statements.Any(statement => statement.Effect == Effect.Deny) ? PolicyDecision.ExplicitDeny
        : statements.Count > 0 ? PolicyDecision.Allow
        : PolicyDecision.ImplicitDeny,
        statements);
}
