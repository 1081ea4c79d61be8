using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Authorizers.Integration.Tests;

/// <summary>A table that keeps what is put into it, and can be asked for nothing else.</summary>
internal sealed class KeptItems() : AmazonDynamoDBClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    public List<PutItemRequest> Requests { get; } = [];

    public override Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default)
    {
        Requests.Add(request);
        return Task.FromResult(new PutItemResponse());
    }
}
