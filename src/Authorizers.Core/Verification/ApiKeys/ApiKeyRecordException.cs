namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>What was read is no record of an API key.</summary>
/// <param name="problem">Names the field and what is wrong with it, never its value.</param>
public sealed class ApiKeyRecordException(string problem) : Exception(problem);
