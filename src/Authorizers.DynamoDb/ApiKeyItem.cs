using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.DynamoDb;

/// <summary>A record as an item of the table: S, N, B, BOOL, SS and, for the context, M.</summary>
internal static class ApiKeyItem
{
    /// <summary>The item of a record.</summary>
    public static Dictionary<string, AttributeValue> Of(ApiKeyRecord record) =>
        ApiKeyRecordFields.Of(record).ToDictionary(field => field.Key, field => Attribute(field.Value), StringComparer.Ordinal);

    /// <summary>The record of an item.</summary>
    /// <exception cref="ApiKeyRecordException">An attribute is unknown, missing or malformed.</exception>
    public static ApiKeyRecord Read(Dictionary<string, AttributeValue> item) =>
        ApiKeyRecordFields.Read(item.Select(attribute => new KeyValuePair<string, object>(attribute.Key, Value(attribute))));

    /// <summary>Its partition key.</summary>
    public static Dictionary<string, AttributeValue> Key(string id) =>
        new(StringComparer.Ordinal) { [ApiKeyRecordFields.Id] = new AttributeValue { S = id } };

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
        _ => throw ApiKeyRecordException.Of(attribute.Key, "has a type that no record has"),
    };
}
