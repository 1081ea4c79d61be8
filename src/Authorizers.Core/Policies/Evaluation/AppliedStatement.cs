namespace Authorizers.Core.Policies.Evaluation;

/// <summary>A statement that applied to a request, whether or not it decided.</summary>
/// <param name="Source">Whose policy it is in: authorizer or resource.</param>
/// <param name="Index">Where in the policy, from zero.</param>
/// <param name="Effect">Allow or Deny.</param>
/// <param name="Resource">What matched, as it is written; null for a NotResource.</param>
internal sealed record AppliedStatement(string Source, int Index, Effect Effect, string? Resource);
