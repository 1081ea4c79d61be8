using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.DynamoDb;

/// <summary>Writes tickets: what a backend does that hands them out. It needs PutItem and nothing else.</summary>
/// <param name="client">For the table's region.</param>
/// <param name="table">Its name or ARN.</param>
public sealed class TicketStore(IAmazonDynamoDB client, string table)
{
    /// <summary>Writes the record of a new ticket. Failures are the SDK's exceptions.</summary>
    public Task AddAsync(TicketRecord record, CancellationToken cancel) => client.PutItemAsync(
        new PutItemRequest { TableName = table, Item = RecordItem.Of(TicketRecordFields.Of(record)) }, cancel);
}
