using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.DynamoDb;

/// <summary>An item of the table, whether or not it is a good record.</summary>
/// <param name="Id">Its partition key.</param>
/// <param name="Record">Null when it is broken.</param>
/// <param name="Problem">What is wrong with it; null when nothing is.</param>
public sealed record ScannedRecord(string Id, ApiKeyRecord? Record, string? Problem);
