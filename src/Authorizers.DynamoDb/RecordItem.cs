using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core.Verification.Records;

namespace Authorizers.DynamoDb;

/// <summary>A record's values as an item of a table: S, N, B, BOOL, SS and, for the context, M.</summary>
internal static class RecordItem
{
    /// <summary>Of every table of the suite.</summary>
    public const string PartitionKey = "id";

    /// <summary>The same: seconds since 1970, after which DynamoDB deletes an item.</summary>
    public const string ExpiryAttribute = "exp";

    /// <summary>Makes an item of named values.</summary>
    /// <exception cref="ArgumentException">A value has a type that no record has.</exception>
    public static Dictionary<string, AttributeValue> Of(IReadOnlyList<KeyValuePair<string, object>> fields)
    {
        Dictionary<string, AttributeValue> item = new(StringComparer.Ordinal);
        foreach ((string name, object value) in fields)
        {
            item.Add(name, Attribute(value));
        }

        return item;
    }

    /// <summary>The named values of an item.</summary>
    /// <exception cref="RecordException">An attribute has a type that no record has.</exception>
    public static IReadOnlyList<KeyValuePair<string, object>> Fields(Dictionary<string, AttributeValue> item) =>
        [.. item.Select(attribute => new KeyValuePair<string, object>(attribute.Key, Value(attribute)))];

    /// <summary>The partition key of an item.</summary>
    public static Dictionary<string, AttributeValue> Key(string id) =>
        new(StringComparer.Ordinal) { [PartitionKey] = new AttributeValue { S = id } };

    private static AttributeValue Attribute(object value) => value switch
    {
        string text => new AttributeValue { S = text },
        long number => new AttributeValue { N = number.ToString(CultureInfo.InvariantCulture) },
        double number => new AttributeValue { N = number.ToString("R", CultureInfo.InvariantCulture) },
        bool flag => new AttributeValue { BOOL = flag },
        ReadOnlyMemory<byte> bytes => new AttributeValue { B = new MemoryStream(bytes.ToArray()) },
        IReadOnlyList<string> texts => new AttributeValue { SS = [.. texts] },
        IReadOnlyList<KeyValuePair<string, object>> pairs =>
            new AttributeValue { M = pairs.ToDictionary(pair => pair.Key, pair => Attribute(pair.Value), StringComparer.Ordinal) },
        _ => throw new ArgumentException("A record has no such value.", nameof(value)),
    };

    private static object Value(KeyValuePair<string, AttributeValue> attribute) => attribute.Value switch
    {
        { B: { } bytes } => new ReadOnlyMemory<byte>(bytes.ToArray()),
        { SS: { Count: > 0 } texts } => texts,
        { M: { } pairs } => pairs.Select(pair => new KeyValuePair<string, object>(pair.Key, Scalar(pair))).ToArray(),
        _ => Scalar(attribute),
    };

    private static object Scalar(KeyValuePair<string, AttributeValue> attribute) => attribute.Value switch
    {
        { S: { } text } => text,
        { BOOL: { } flag } => flag,
        { N: { } number } when RecordNumber.TryParse(number, out object? value) => value,
        _ => throw RecordException.Of(attribute.Key, "has a type that no record has"),
    };
}
