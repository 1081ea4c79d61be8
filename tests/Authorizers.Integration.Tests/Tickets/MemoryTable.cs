using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Authorizers.Integration.Tests.Tickets;

/// <summary>A client of DynamoDB that keeps items itself: what is put can be deleted once. It has no other operation.</summary>
internal sealed class MemoryTable() : AmazonDynamoDBClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    private readonly Dictionary<string, Dictionary<string, AttributeValue>> _items = new(StringComparer.Ordinal);

    /// <summary>The requests as they came.</summary>
    public List<PutItemRequest> Puts { get; } = [];

    /// <summary>Set by a test: what every request ends in.</summary>
    public Exception? Failure { get; set; }

    public override Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Puts.Add(request);
        _items[request.Item["id"].S] = Failure is null ? request.Item : throw Failure;
        return Task.FromResult(new PutItemResponse());
    }

    public override Task<DeleteItemResponse> DeleteItemAsync(
        DeleteItemRequest request, CancellationToken cancellationToken = default) =>
        _items.Remove(request.Key["id"].S, out Dictionary<string, AttributeValue>? item)
            ? Task.FromResult(new DeleteItemResponse { Attributes = item })
            : throw new ConditionalCheckFailedException("The conditional request failed");
}
