using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;

namespace Authorizers.DynamoDb;

/// <summary>The records of a DynamoDB table, read one at a time by GetItem: a function needs no other permission.</summary>
/// <param name="client">For the table's region.</param>
/// <param name="table">Its name or ARN.</param>
/// <param name="place">The region or the address, for the operator.</param>
/// <param name="consistentRead">Reads see all writes before them.</param>
/// <param name="warn">Takes a line for the operator.</param>
public sealed class ApiKeyTable(
    IAmazonDynamoDB client, string table, string place, bool consistentRead, Action<string> warn) : IApiKeyRecords
{
    /// <summary>A record like any other, of no key.</summary>
    private static ReadOnlySpan<byte> Decoy =>
        """
        {"id":"000000000000","version":1,"digest":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","principal":"nobody",
        "scopes":["nothing"],"usageIdentifierKey":"00000000000000000000","status":"active","created":0,"revision":1}
        """u8;

    /// <summary>No key has it: it is too short.</summary>
    private const string NoId = "-";

    /// <summary>
    /// Opens the connection by asking for what is not there; who is refused, or alone, learns it before the first call.
    /// </summary>
    /// <param name="deadline">When INIT must be over.</param>
    public async Task PrepareAsync(Deadline deadline)
    {
        try
        {
            await GetAsync(NoId, deadline.Token);
        }
        catch (OutageException e)
        {
            warn($"{e.Code}: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            warn($"The table {table} ({place}) did not answer during INIT.");
        }
    }

    /// <inheritdoc/>
    public async Task<ApiKeyRecord?> FindAsync(string id, CancellationToken cancel)
    {
        Dictionary<string, AttributeValue>? item = await GetAsync(id, cancel);
        try
        {
            // What is not there is read all the same, from a text as the SDK reads an item, so that it takes as long.
            bool isThere = item is { Count: > 0 };
            ApiKeyRecord record = isThere ? ApiKeyRecordFields.Read(RecordItem.Fields(item!)) : ApiKeyRecordJson.Read(Decoy);
            return isThere ? record : null;
        }
        catch (RecordException e)
        {
            throw OutageException.RecordInvalid(id, e.Message, e);
        }
    }

    private async Task<Dictionary<string, AttributeValue>?> GetAsync(string id, CancellationToken cancel)
    {
        try
        {
            var request = new GetItemRequest { TableName = table, Key = RecordItem.Key(id), ConsistentRead = consistentRead };
            return (await client.GetItemAsync(request, cancel)).Item;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw OutageException.TableUnreachable($"The table {table} ({place}) {TableProblem.Of(e) ?? "could not be asked"}.", e);
        }
    }
}
