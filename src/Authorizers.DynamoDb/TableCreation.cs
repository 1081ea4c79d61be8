using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Authorizers.DynamoDb;

/// <summary>Creates a table of the suite, for work on one machine: a deployment has its own in its template.</summary>
public static class TableCreation
{
    /// <summary>A minute's worth: tables are there in seconds.</summary>
    private const int MostLooks = 120;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    /// <summary>Creates it, billed by request, and waits until it is there.</summary>
    /// <param name="client">For the table's region.</param>
    /// <param name="table">Its name.</param>
    /// <param name="clock">For the time between two looks.</param>
    /// <param name="cancel">Ends the waiting, not the table.</param>
    /// <returns>False when expired items will not be deleted: emulators may not know how.</returns>
    /// <exception cref="ResourceInUseException">There is one of that name.</exception>
    /// <exception cref="TimeoutException">It is not there after a minute.</exception>
    public static async Task<bool> CreateAsync(
        IAmazonDynamoDB client, string table, TimeProvider clock, CancellationToken cancel)
    {
        await client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = table,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = [new AttributeDefinition(RecordItem.PartitionKey, ScalarAttributeType.S)],
                KeySchema = [new KeySchemaElement(RecordItem.PartitionKey, KeyType.HASH)],
            },
            cancel);
        for (int look = 0; (await client.DescribeTableAsync(table, cancel)).Table.TableStatus != TableStatus.ACTIVE; look++)
        {
            await (look < MostLooks ? Task.Delay(BetweenLooks, clock, cancel) : throw new TimeoutException());
        }

        return await TryExpireAsync(client, table, cancel);
    }

    private static async Task<bool> TryExpireAsync(IAmazonDynamoDB client, string table, CancellationToken cancel)
    {
        try
        {
            await client.UpdateTimeToLiveAsync(
                new UpdateTimeToLiveRequest
                {
                    TableName = table,
                    TimeToLiveSpecification = new() { AttributeName = RecordItem.ExpiryAttribute, Enabled = true },
                },
                cancel);
            return true;
        }
        catch (AmazonDynamoDBException e) when (e.ErrorCode == "UnknownOperationException")
        {
            return false;
        }
    }
}
