using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Authorizers.Core;
using Authorizers.Core.Verification.Records;
using Authorizers.Core.Verification.Tickets;

namespace Authorizers.DynamoDb;

/// <summary>
/// The tickets of a DynamoDB table, each taken by one conditional DeleteItem: a function needs no other permission. Of all who
/// delete an item at the same time, DynamoDB tells one that it was there.
/// </summary>
/// <param name="client">For the table's region; it must not repeat a request by itself.</param>
/// <param name="table">Its name or ARN.</param>
/// <param name="place">The region or the address, for the operator.</param>
/// <param name="warn">Takes a line for the operator.</param>
public sealed class TicketTable(IAmazonDynamoDB client, string table, string place, Action<string> warn) : ITickets
{
    private const int MostAttempts = 3;

    private const string IsThere = "attribute_exists(#id)";

    /// <summary>No ticket has it: it is too short.</summary>
    private const string NoId = "-";

    /// <summary>
    /// Opens the connection by taking what is not there; who is refused, or alone, learns it before the first handshake.
    /// </summary>
    /// <param name="deadline">When INIT must be over.</param>
    public async Task PrepareAsync(Deadline deadline)
    {
        try
        {
            await DeleteAsync(NoId, deadline.Token);
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
    public async Task<TicketRecord?> TakeAsync(string id, CancellationToken cancel)
    {
        Dictionary<string, AttributeValue>? item = await DeleteAsync(id, cancel);
        try
        {
            return item is null ? null : TicketRecordFields.Read(RecordItem.Fields(item));
        }
        catch (RecordException e)
        {
            throw OutageException.TicketInvalid(e.Message, e);
        }
    }

    /// <summary>The item as it was; null when there was none. One attempt more where the table may not have heard.</summary>
    private async Task<Dictionary<string, AttributeValue>?> DeleteAsync(string id, CancellationToken cancel)
    {
        bool mayBeTaken = false;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                DeleteItemResponse answer = await client.DeleteItemAsync(Request(id), cancel);
                return answer.Attributes is { Count: > 0 } item ? item : throw Unreachable("gave an answer that cannot be read");
            }
            catch (ConditionalCheckFailedException) when (!mayBeTaken || id == NoId)
            {
                return null;
            }
            catch (ConditionalCheckFailedException e)
            {
                // By an attempt before, whose answer was lost: that is the table's fault, and not the ticket's.
                throw Unreachable("took the ticket and did not say so", e);
            }
            catch (Exception e) when (attempt < MostAttempts && IsLost(e) && !cancel.IsCancellationRequested)
            {
                mayBeTaken = true;
            }
            catch (Exception e) when (e is not OutageException && !IsGivenUp(e, cancel))
            {
                throw Unreachable(TableProblem.Of(e) ?? "could not be asked", e);
            }
        }
    }

    private DeleteItemRequest Request(string id) => new()
    {
        TableName = table,
        Key = RecordItem.Key(id),
        ConditionExpression = IsThere,
        ExpressionAttributeNames = new(StringComparer.Ordinal) { ["#id"] = RecordItem.PartitionKey },
        ReturnValues = ReturnValue.ALL_OLD,
    };

    /// <summary>True when the table may have done what it was asked, or would in another attempt.</summary>
    private static bool IsLost(Exception exception) =>
        exception is not (OutageException
            or AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError });

    /// <summary>False when a client ran out of patience by itself.</summary>
    private static bool IsGivenUp(Exception exception, CancellationToken cancel) =>
        exception is OperationCanceledException && cancel.IsCancellationRequested;

    private OutageException Unreachable(string problem, Exception? innerException = null) =>
        OutageException.TableUnreachable($"The table {table} ({place}) {problem}.", innerException);
}
