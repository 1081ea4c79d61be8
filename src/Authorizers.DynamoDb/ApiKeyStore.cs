using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;

namespace Authorizers.DynamoDb;

/// <summary>
/// What an operator does with the table. Every write names what it expects to find, so that two operators do not undo each
/// other's work. Failures are the SDK's exceptions.
/// </summary>
/// <param name="client">For the table's region.</param>
/// <param name="table">Its name or ARN.</param>
public sealed class ApiKeyStore(IAmazonDynamoDB client, string table)
{
    private const string IsNew = "attribute_not_exists(#id)";
    private const string IsUnchanged = "#revision = :revision";

    /// <summary>The record, with all writes before; null when there is none.</summary>
    /// <exception cref="RecordException">The item is no record.</exception>
    public async Task<ApiKeyRecord?> GetAsync(string id, CancellationToken cancel)
    {
        var request = new GetItemRequest { TableName = table, Key = RecordItem.Key(id), ConsistentRead = true };
        return (await client.GetItemAsync(request, cancel)).Item is { Count: > 0 } item ? Read(item) : null;
    }

    /// <summary>Writes a record that is not there yet.</summary>
    /// <exception cref="RecordConflictException">It is.</exception>
    public Task AddAsync(ApiKeyRecord record, CancellationToken cancel) => PutAsync(record, IsNew, null, cancel);

    /// <summary>Writes a record as it was changed since it was read, and counts its revision up.</summary>
    /// <returns>As written.</returns>
    /// <exception cref="RecordConflictException">It is no longer as it was read.</exception>
    public async Task<ApiKeyRecord> ReplaceAsync(ApiKeyRecord changed, CancellationToken cancel)
    {
        ApiKeyRecord next = changed with { Revision = ApiKeyRecordFields.RevisionAfter(changed.Revision) };
        await PutAsync(next, IsUnchanged, changed.Revision, cancel);
        return next;
    }

    /// <summary>Takes back a record that was added a moment ago; one that is not there is no failure.</summary>
    /// <exception cref="RecordConflictException">It is no longer as it was added.</exception>
    public async Task RemoveAsync(ApiKeyRecord record, CancellationToken cancel)
    {
        var request = new DeleteItemRequest
        {
            TableName = table,
            Key = RecordItem.Key(record.Id),
            ConditionExpression = $"attribute_not_exists(#revision) OR {IsUnchanged}",
            ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#revision"] = ApiKeyRecordFields.Revision },
            ExpressionAttributeValues = new(StringComparer.Ordinal) { [":revision"] = Number(record.Revision) },
        };
        try
        {
            await client.DeleteItemAsync(request, cancel);
        }
        catch (ConditionalCheckFailedException e)
        {
            throw new RecordConflictException(record.Id, e);
        }
    }

    /// <summary>All items, page by page, or those of one principal or plan.</summary>
    public async IAsyncEnumerable<ScannedRecord> ScanAsync(
        string? principal, string? plan, [EnumeratorCancellation] CancellationToken cancel)
    {
        ScanRequest request = Filtered(principal, plan);
        do
        {
            ScanResponse page = await client.ScanAsync(request, cancel);
            foreach (Dictionary<string, AttributeValue> item in page.Items ?? [])
            {
                yield return Scan(item);
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    /// <summary>How many items there are, as of some hours ago.</summary>
    public async Task<long> EstimateCountAsync(CancellationToken cancel) =>
        (await client.DescribeTableAsync(table, cancel)).Table.ItemCount ?? 0;

    private async Task PutAsync(ApiKeyRecord record, string condition, long? revision, CancellationToken cancel)
    {
        var request = new PutItemRequest
        {
            TableName = table,
            Item = RecordItem.Of(ApiKeyRecordFields.Of(record)),
            ConditionExpression = condition,
        };
        string name = revision is null ? ApiKeyRecordFields.Id : ApiKeyRecordFields.Revision;
        request.ExpressionAttributeNames = new(StringComparer.Ordinal) { [$"#{name}"] = name };
        if (revision is { } expected)
        {
            request.ExpressionAttributeValues = new(StringComparer.Ordinal) { [":revision"] = Number(expected) };
        }

        try
        {
            await client.PutItemAsync(request, cancel);
        }
        catch (ConditionalCheckFailedException e)
        {
            throw new RecordConflictException(record.Id, e);
        }
    }

    private static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    private ScanRequest Filtered(string? principal, string? plan)
    {
        var request = new ScanRequest { TableName = table };
        List<string> conditions = [];
        foreach ((string name, string? value) in ((string, string?)[])
            [(ApiKeyRecordFields.Principal, principal), (ApiKeyRecordFields.Plan, plan)])
        {
            if (value is not null)
            {
                conditions.Add($"#{name} = :{name}");
                (request.ExpressionAttributeNames ??= new(StringComparer.Ordinal))[$"#{name}"] = name;
                (request.ExpressionAttributeValues ??= new(StringComparer.Ordinal))[$":{name}"] = new AttributeValue { S = value };
            }
        }

        request.FilterExpression = conditions.Count > 0 ? string.Join(" AND ", conditions) : null;
        return request;
    }

    private static ScannedRecord Scan(Dictionary<string, AttributeValue> item)
    {
        string id = item.GetValueOrDefault(ApiKeyRecordFields.Id)?.S ?? "";
        try
        {
            return new ScannedRecord(id, Read(item), null);
        }
        catch (RecordException e)
        {
            return new ScannedRecord(id, null, e.Message);
        }
    }

    private static ApiKeyRecord Read(Dictionary<string, AttributeValue> item) => ApiKeyRecordFields.Read(RecordItem.Fields(item));
}
