using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>What is said of an item that is no record. What stands in it is not shown.</summary>
internal static class BrokenRecord
{
    public static string Line(ScannedRecord scanned) =>
        $"The record of API key {SecretText.Readable(scanned.Id)} cannot be used: {SecretText.Readable(scanned.Problem!)}.";
}
