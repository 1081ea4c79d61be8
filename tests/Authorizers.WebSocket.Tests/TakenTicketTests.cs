using System.Net;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Authorizers.Core;
using Authorizers.DynamoDb;

namespace Authorizers.WebSockets.Tests;

/// <summary>What comes of a ticket where the table's answer is lost, or says more than a ticket does.</summary>
public sealed class TakenTicketTests
{
    private const string Id = "5bleNvlp94UVHgpd_i9Y2qS48L7XQLk3k_1mTRV9p24";

    [Fact]
    public async Task A_ticket_that_an_attempt_may_have_taken_is_an_outage_and_not_unknown()
    {
        using var table = new Table(new HttpRequestException("lost"), new ConditionalCheckFailedException("gone"));

        Assert.Equal("table_unreachable", await CodeAsync(table));
    }

    [Fact]
    public async Task A_ticket_that_no_attempt_has_taken_is_unknown()
    {
        using var table = new Table(new ConditionalCheckFailedException("gone"));

        Assert.Null(await TicketsOf(table).TakeAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_table_that_refuses_is_not_asked_again()
    {
        using var table = new Table(
            new AmazonDynamoDBException("no", ErrorType.Sender, "AccessDeniedException", "1", HttpStatusCode.BadRequest),
            new ConditionalCheckFailedException("gone"));

        Assert.Equal("table_unreachable", await CodeAsync(table));
        Assert.Equal(1, table.Left);
    }

    [Fact]
    public async Task A_record_that_says_what_nobody_understands_lets_nobody_in()
    {
        using var table = new Table(new DeleteItemResponse
        {
            Attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal)
            {
                ["id"] = new() { S = Id },
                ["version"] = new() { N = "1" },
                ["principal"] = new() { S = "alice" },
                ["exp"] = new() { N = "4102444800" },
                ["sessionExp"] = new() { N = "4102444800" },
                ["created"] = new() { N = "1000000000" },
                ["onlyOnMondays"] = new() { BOOL = true },
            },
        });

        Assert.Equal("record_invalid", await CodeAsync(table));
    }

    private static TicketTable TicketsOf(Table table) => new(table, "tickets", "here", _ => { });

    private static async Task<string> CodeAsync(Table table) => (await Assert.ThrowsAsync<OutageException>(
        () => TicketsOf(table).TakeAsync(Id, CancellationToken.None))).Code;

    /// <summary>Gives these answers, one for each attempt.</summary>
    private sealed class Table(params object[] answers)
        : AmazonDynamoDBClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
    {
        private readonly Queue<object> _answers = new(answers);

        public int Left => _answers.Count;

        public override Task<DeleteItemResponse> DeleteItemAsync(
            DeleteItemRequest request, CancellationToken cancellationToken = default)
        {
            object answer = _answers.Dequeue();
            return answer is Exception failure
                ? Task.FromException<DeleteItemResponse>(failure)
                : Task.FromResult((DeleteItemResponse)answer);
        }
    }
}
