namespace Authorizers.Core.Policies.Evaluation;

/// <summary>Ends the reading of a policy at its first problem; it does not leave the reader.</summary>
internal sealed class MalformedPolicyException(string path, string problem) : Exception($"{path}: {problem}");
