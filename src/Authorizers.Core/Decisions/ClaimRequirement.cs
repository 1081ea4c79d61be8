namespace Authorizers.Core.Decisions;

/// <summary>A claim that a principal must have with one of some values.</summary>
/// <param name="Claim">Its name, or the JSON pointer to it.</param>
/// <param name="Values">Any one of them suffices; numbers and booleans by their JSON text.</param>
public sealed record ClaimRequirement(string Claim, IReadOnlyList<string> Values);
