using System.Net;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Authorizers.Core;
using Authorizers.Core.Verification.Tickets;
using Authorizers.DynamoDb;

namespace Authorizers.Integration.Tests.Tables;

/// <summary>
/// Taking a ticket when the table does not say plainly what became of it. "There is none" must never be said of one that may have
/// been taken: its owner would be told that somebody else has used it.
/// </summary>
public sealed class TicketTableTests
{
    private const string Id = "IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4";

    private const string Forgotten = "table_unreachable: The table tickets (here) took the ticket and did not say so.";

    private static readonly Func<Task<DeleteItemResponse>> Lost = Step.Fails(new HttpRequestException("The line is dead."));

    /// <summary>After each of these the table may have done what it was asked.</summary>
    public static TheoryData<Exception> Losses =>
    [
        new HttpRequestException("The line is dead."),
        new IOException("The line is dead."),
        new HttpIOException(HttpRequestError.ResponseEnded),
        new TimeoutException(),
        new TaskCanceledException(),
        new AmazonClientException("The line is dead."),
        new AmazonServiceException("No answer", new HttpRequestException("The line is dead.")),
        new AmazonDynamoDBException("x", ErrorType.Receiver, "InternalServerError", "1", HttpStatusCode.InternalServerError),
        new AmazonDynamoDBException("x", ErrorType.Receiver, "", "1", HttpStatusCode.ServiceUnavailable),
        new AmazonUnmarshallingException("1", "$", new FormatException()),
    ];

    /// <summary>The table has done nothing, and would not in another attempt.</summary>
    public static TheoryData<string> Refusals =>
    [
        "AccessDeniedException", "ResourceNotFoundException", "ValidationException", "UnrecognizedClientException",
        "ProvisionedThroughputExceededException",
    ];

    [Fact]
    public async Task A_ticket_is_taken_by_one_conditional_delete_of_its_id()
    {
        using var client = new ScriptedTable(Step.Item(Item()));

        TicketRecord? record = await Table(client).TakeAsync(Id, CancellationToken.None);

        Assert.Equal(("alice", Id), (record?.Principal, record?.Id));
        DeleteItemRequest request = Assert.Single(client.Deletes);
        Assert.Equal("tickets", request.TableName);
        Assert.Equal(Id, Assert.Single(request.Key).Value.S);
        Assert.Equal("id", Assert.Single(request.Key).Key);
        Assert.Equal("attribute_exists(#id)", request.ConditionExpression);
        Assert.Equal(new Dictionary<string, string>(StringComparer.Ordinal) { ["#id"] = "id" }, request.ExpressionAttributeNames);
        Assert.Equal(ReturnValue.ALL_OLD, request.ReturnValues);
    }

    [Fact]
    public async Task What_is_not_there_at_the_first_attempt_is_no_ticket()
    {
        using var client = new ScriptedTable(Step.NotThere);

        Assert.Null(await Table(client).TakeAsync(Id, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_is_not_there_after_a_lost_answer_may_have_been_taken_and_that_is_an_outage(Exception loss)
    {
        using var client = new ScriptedTable(Step.Fails(loss), Step.NotThere);

        Assert.Equal(Forgotten, await OutageAsync(client));
        Assert.Equal(2, client.Deletes.Count);
    }

    [Fact]
    public async Task That_is_so_after_two_lost_answers_too()
    {
        using var client = new ScriptedTable(Lost, Lost, Step.NotThere);

        Assert.Equal(Forgotten, await OutageAsync(client));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_is_there_after_all_is_the_ticket(Exception loss)
    {
        using var second = new ScriptedTable(Step.Fails(loss), Step.Item(Item()));
        using var third = new ScriptedTable(Step.Fails(loss), Step.Fails(loss), Step.Item(Item()));

        Assert.Equal("alice", (await Table(second).TakeAsync(Id, CancellationToken.None))?.Principal);
        Assert.Equal("alice", (await Table(third).TakeAsync(Id, CancellationToken.None))?.Principal);
        Assert.All(third.Deletes, request => Assert.Equal(Id, request.Key["id"].S));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task There_are_three_attempts_and_no_more(Exception loss)
    {
        using var client = new ScriptedTable(Step.Fails(loss), Step.Fails(loss), Step.Fails(loss));

        Assert.StartsWith("table_unreachable: The table tickets (here) ", await OutageAsync(client), StringComparison.Ordinal);
        Assert.Equal(3, client.Deletes.Count);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_an_outage_at_once(string code)
    {
        using var first = new ScriptedTable(Step.Answers(HttpStatusCode.BadRequest, code));
        using var second = new ScriptedTable(Lost, Step.Answers(HttpStatusCode.BadRequest, code));

        string told = await OutageAsync(first);
        Assert.Contains(code, told, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
        Assert.Equal(told, await OutageAsync(second));
    }

    [Fact]
    public async Task An_answer_that_says_yes_and_gives_nothing_is_an_outage_and_not_repeated()
    {
        using var empty = new ScriptedTable(Step.Item([]));
        using var none = new ScriptedTable(Step.Item(null));
        const string Unread = "table_unreachable: The table tickets (here) gave an answer that cannot be read.";

        Assert.Equal(Unread, await OutageAsync(empty));
        Assert.Equal(Unread, await OutageAsync(none));
    }

    [Fact]
    public async Task A_broken_record_is_an_outage_that_names_the_field_and_not_its_value()
    {
        Dictionary<string, AttributeValue> item = Item();
        item["principal"] = new AttributeValue { S = "secret\n" };

        using var malformed = new ScriptedTable(Step.Item(item));
        using var odd = new ScriptedTable(
            Step.Item(new(item, StringComparer.Ordinal) { ["exp"] = new AttributeValue { NULL = true } }));

        const string Broken = "record_invalid: The record of a ticket cannot be used: ";
        Assert.Equal(Broken + "principal is malformed.", await OutageAsync(malformed));
        Assert.Equal(Broken + "exp has a type that no record has.", await OutageAsync(odd));
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_not_told_of_an_outage_and_nothing_is_tried_again()
    {
        using var cancel = new CancellationTokenSource();
        using var client = new ScriptedTable(async () =>
        {
            await cancel.CancelAsync();
            throw new OperationCanceledException(cancel.Token);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Table(client).TakeAsync(Id, cancel.Token));

        Assert.Single(client.Deletes);
    }

    [Fact]
    public async Task An_answer_lost_while_somebody_gave_up_is_not_asked_for_again()
    {
        using var cancel = new CancellationTokenSource();
        using var client = new ScriptedTable(async () =>
        {
            await cancel.CancelAsync();
            throw new IOException("The line is dead.");
        });

        await Assert.ThrowsAsync<OutageException>(() => Table(client).TakeAsync(Id, cancel.Token));

        Assert.Single(client.Deletes);
    }

    private static TicketTable Table(IAmazonDynamoDB client) => new(client, "tickets", "here", Assert.Fail);

    private static async Task<string> OutageAsync(IAmazonDynamoDB client)
    {
        OutageException outage =
            await Assert.ThrowsAsync<OutageException>(() => Table(client).TakeAsync(Id, CancellationToken.None));
        return $"{outage.Code}: {outage.Message}";
    }

    private static Dictionary<string, AttributeValue> Item() => new(StringComparer.Ordinal)
    {
        ["id"] = new AttributeValue { S = Id },
        ["version"] = new AttributeValue { N = "1" },
        ["principal"] = new AttributeValue { S = "alice" },
        ["exp"] = new AttributeValue { N = "4102444800" },
        ["sessionExp"] = new AttributeValue { N = "4102444800" },
        ["created"] = new AttributeValue { N = "1795176000" },
    };
}
