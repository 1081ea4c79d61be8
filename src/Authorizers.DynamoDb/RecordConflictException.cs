namespace Authorizers.DynamoDb;

/// <summary>Somebody else has written the record meanwhile; nothing was changed.</summary>
/// <param name="id">Of the record.</param>
/// <param name="innerException">The table's answer.</param>
public sealed class RecordConflictException(string id, Exception innerException)
    : Exception($"The record of API key {id} has been written by somebody else meanwhile.", innerException);
