using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Authorizers.Integration.Tests.Tables;

/// <summary>A client of DynamoDB that asks nobody: it does the next step of a script, and nothing that is not in it.</summary>
internal sealed class ScriptedTable(params Func<Task<DeleteItemResponse>>[] steps)
    : AmazonDynamoDBClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    /// <summary>The requests as they came.</summary>
    public List<DeleteItemRequest> Deletes { get; } = [];

    public override async Task<DeleteItemResponse> DeleteItemAsync(
        DeleteItemRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Deletes.Add(request);
        Assert.InRange(Deletes.Count, 1, steps.Length);
        return await steps[Deletes.Count - 1]();
    }
}
