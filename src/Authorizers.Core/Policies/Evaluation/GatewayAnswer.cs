namespace Authorizers.Core.Policies.Evaluation;

/// <summary>What API Gateway makes of an authorizer's answer.</summary>
/// <param name="Decision">Of both policies together.</param>
/// <param name="Statements">All that applied, the authorizer's first; none when a policy is malformed.</param>
/// <param name="Status">What the client gets.</param>
/// <param name="Body">The text the client gets; null when that is the backend's affair.</param>
internal sealed record GatewayAnswer(
    PolicyDecision Decision, IReadOnlyList<AppliedStatement> Statements, int Status, string? Body);
