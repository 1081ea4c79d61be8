using System.Text.Json;
using Authorizers.Core;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Tickets;
using Authorizers.DynamoDb;

namespace Authorizers.Integration.Tests.Tables;

/// <summary>The same with the SDK in between, as the function is put together: it must not repeat a request by itself.</summary>
public sealed class TicketTableWireTests
{
    private const string Id = "IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4";
    private const string ServerError = """500 {"__type":"com.amazonaws.dynamodb#InternalServerError","message":"secret"}""";
    private const string NotThere = """400 {"__type":"com.amazonaws.dynamodb#ConditionalCheckFailedException","message":"x"}""";
    private const string Denied = """400 {"__type":"com.amazonaws.dynamodb#AccessDeniedException","Message":"secret"}""";
    private const string HangsUp = "";

    private const string Item = """
        200 {"Attributes":{"id":{"S":"IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4"},"version":{"N":"1"},"principal":{"S":"alice"},
        "scopes":{"SS":["orders:read"]},"context":{"M":{"level":{"N":"3"},"rate":{"N":"0.25"},"beta":{"BOOL":true}}},
        "exp":{"N":"4102444800"},"sessionExp":{"N":"4102444800"},"created":{"N":"1795176000"}}}
        """;

    [Fact]
    public async Task The_request_and_the_record_are_what_they_are_on_the_wire()
    {
        await using var stub = new DynamoDbStub(Item);

        TicketRecord? record = await TakeAsync(stub);

        Assert.Equal("alice", record?.Principal);
        Assert.Equal(["orders:read"], record?.Scopes);
        Assert.Equal([new("level", 3L), new("rate", 0.25), new("beta", true)], record?.Context);
        JsonElement request = JsonElement.Parse(Assert.Single(stub.Requests));
        Assert.Equal("tickets", request.GetProperty("TableName").GetString());
        Assert.Equal(Id, request.GetProperty("Key").GetProperty("id").GetProperty("S").GetString());
        Assert.Equal("attribute_exists(#id)", request.GetProperty("ConditionExpression").GetString());
        Assert.Equal("ALL_OLD", request.GetProperty("ReturnValues").GetString());
    }

    [Theory]
    [InlineData(1, NotThere)]
    [InlineData(2, HangsUp, Item)]
    [InlineData(2, ServerError, Item)]
    [InlineData(3, ServerError, HangsUp, Item)]
    public async Task A_plain_answer_is_taken_when_it_comes(int requests, params string[] answers)
    {
        await using var stub = new DynamoDbStub(answers);

        Assert.Equal(answers[^1] == Item ? "alice" : null, (await TakeAsync(stub))?.Principal);
        Assert.Equal(requests, stub.Requests.Count);
    }

    [Theory]
    [InlineData(2, HangsUp, NotThere)]
    [InlineData(2, ServerError, NotThere)]
    [InlineData(3, ServerError, HangsUp, NotThere)]
    [InlineData(3, ServerError, ServerError, ServerError)]
    [InlineData(3, HangsUp, HangsUp, HangsUp)]
    [InlineData(1, Denied)]
    [InlineData(1, "200 {}")]
    [InlineData(3, "200 {", "200 {", "200 {")]
    [InlineData(3, "503 busy", "502 <html>", "500 ")]
    public async Task Anything_else_is_an_outage_after_at_most_three_requests(int requests, params string[] answers)
    {
        await using var stub = new DynamoDbStub(answers);

        OutageException outage = await Assert.ThrowsAsync<OutageException>(() => TakeAsync(stub));

        Assert.Equal("table_unreachable", outage.Code);
        Assert.DoesNotContain("secret", outage.Message, StringComparison.Ordinal);
        Assert.Equal(requests, stub.Requests.Count);
    }

    /// <summary>What most connections end in: the table closes one that was idle as the next request comes.</summary>
    [Fact]
    public async Task A_kept_connection_that_ends_is_a_lost_answer_too()
    {
        await using var stub = new DynamoDbStub(Item, HangsUp, NotThere, HangsUp, Item);
        TicketTable table = Open(stub);

        Assert.NotNull(await table.TakeAsync(Id, CancellationToken.None));
        OutageException outage =
            await Assert.ThrowsAsync<OutageException>(() => table.TakeAsync(Id, CancellationToken.None));
        Assert.NotNull(await table.TakeAsync(Id, CancellationToken.None));

        Assert.EndsWith(" took the ticket and did not say so.", outage.Message, StringComparison.Ordinal);
        Assert.Equal(5, stub.Requests.Count);
    }

    private static Task<TicketRecord?> TakeAsync(DynamoDbStub stub) => Open(stub).TakeAsync(Id, CancellationToken.None);

    private static TicketTable Open(DynamoDbStub stub) => TableClient.OpenTickets(
        new TableConfiguration("tickets", "eu-west-1", stub.Address),
        name => name is "AWS_ACCESS_KEY_ID" or "AWS_SECRET_ACCESS_KEY" ? "worthless" : null,
        null,
        Assert.Fail);
}
