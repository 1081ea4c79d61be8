using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace Authorizers.Integration.Tests.Tables;

/// <summary>What comes of one attempt to delete an item.</summary>
internal static class Step
{
    /// <summary>The item was there, and no longer is.</summary>
    public static Func<Task<DeleteItemResponse>> Item(Dictionary<string, AttributeValue>? item) =>
        () => Task.FromResult(new DeleteItemResponse { Attributes = item });

    /// <summary>There was no item.</summary>
    public static Func<Task<DeleteItemResponse>> NotThere { get; } =
        Fails(new ConditionalCheckFailedException("The conditional request failed") { StatusCode = HttpStatusCode.BadRequest });

    /// <summary>An answer with an error of DynamoDB's.</summary>
    public static Func<Task<DeleteItemResponse>> Answers(HttpStatusCode status, string code) =>
        Fails(new AmazonDynamoDBException("secret", ErrorType.Unknown, code, "1", status));

    public static Func<Task<DeleteItemResponse>> Fails(Exception exception) =>
        () => Task.FromException<DeleteItemResponse>(exception);
}
