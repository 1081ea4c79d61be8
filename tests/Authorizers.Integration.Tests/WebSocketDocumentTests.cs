using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.APIGatewayEvents;
using Authorizers.Core.Credentials;
using Authorizers.Core.Tests.Documentation;

namespace Authorizers.Integration.Tests;

/// <summary>The C# of docs/websocket.md, compiled as it stands and run.</summary>
public sealed class WebSocketDocumentTests
{
    private const string Page = "https://app.example";

    private const string TokenExpires = "1795149000";

    private static readonly MarkdownDocument Document = MarkdownDocument.All["websocket.md"];

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1795145340);

    [Fact]
    public void The_examples_are_compiled_as_they_stand()
    {
        string[] sources = ["TicketHandler.cs", "DocumentExamples.cs"];
        string source = string.Concat(sources.Select(name => RepositoryFiles.Read($"tests/Authorizers.Integration.Tests/{name}")));
        string[] sections = ["Issue tickets", "Subprotocols", "End connections in time"];
        string[] examples = [.. sections.Select(section => Document.Section(section).Block("csharp"))];

        Assert.Equal(Document.Blocks("csharp"), examples);
        Assert.Contains(examples[0], source, StringComparison.Ordinal);
        Assert.All(
            examples[1..], example => Assert.Contains(DocumentExamples.Indented(example), source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_route_issues_a_ticket_to_the_page_that_asks_for_the_caller_that_was_vouched_for()
    {
        using var table = new KeptItems();

        APIGatewayProxyResponse answer = await HandlerOf(table).HandleAsync(Request(Page));

        PutItemRequest put = Assert.Single(table.Requests);
        string ticket = JsonElement.Parse(answer.Body).GetProperty("ticket").GetString()!;
        Assert.Equal(200, answer.StatusCode);
        Assert.True(ConnectTicket.TryRead(Encoding.ASCII.GetBytes(ticket), out ConnectTicket? read, out _));
        Assert.Equal(read.Id, put.Item["id"].S);
        Assert.Equal(("alice", Page, "blue"), (put.Item["principal"].S, put.Item["origin"].S, put.Item["context"].M["tenant"].S));
        Assert.Equal(["orders:read"], put.Item["scopes"].SS);
        Assert.Equal(TokenExpires, put.Item["sessionExp"].N);
        Assert.Equal($"{Now.ToUnixTimeSeconds() + 30}", put.Item["exp"].N);
        Assert.False(put.Item.ContainsKey("address"));
    }

    [Fact]
    public async Task A_ticket_is_answered_for_the_page_alone_and_for_no_cache()
    {
        using var table = new KeptItems();

        APIGatewayProxyResponse answer = await HandlerOf(table).HandleAsync(Request(Page));

        Assert.Equal(Page, answer.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("Origin", answer.Headers["Vary"]);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://app.example.evil.example")]
    [InlineData("https://APP.example")]
    public async Task Another_page_gets_none(string? page)
    {
        using var table = new KeptItems();

        APIGatewayProxyResponse answer = await HandlerOf(table).HandleAsync(Request(page));

        Assert.Equal(403, answer.StatusCode);
        Assert.Empty(table.Requests);
    }

    [Theory]
    [InlineData("1795145340")]
    [InlineData("1795145339")]
    [InlineData(null)]
    public async Task Whose_token_is_over_gets_none(string? tokenExpires)
    {
        using var table = new KeptItems();

        APIGatewayProxyResponse answer = await HandlerOf(table).HandleAsync(Request(Page, tokenExpires));

        Assert.Equal(401, answer.StatusCode);
        Assert.Empty(table.Requests);
    }

    [Fact]
    public async Task Who_was_not_vouched_for_gets_none()
    {
        using var table = new KeptItems();
        APIGatewayProxyRequest request = Request(Page);
        request.RequestContext.Authorizer = null;

        await Assert.ThrowsAsync<MissingAuthorizerContextException>(() => HandlerOf(table).HandleAsync(request));
        Assert.Empty(table.Requests);
    }

    [Fact]
    public void The_integration_answers_with_the_subprotocol_of_the_context()
    {
        APIGatewayProxyRequest request = Connection(new JsonObject { ["exp"] = 4102444800, ["subprotocol"] = "orders.v1" });
        request.Headers = new Dictionary<string, string> { ["Sec-WebSocket-Protocol"] = "bearer.secret, orders.v1" };

        APIGatewayProxyResponse answer = DocumentExamples.Connect(request);

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal("orders.v1", Assert.Single(answer.Headers, header => header.Key == "Sec-WebSocket-Protocol").Value);
        Assert.Null(DocumentExamples.Connect(Connection(new JsonObject { ["exp"] = 4102444800 })).Headers);
    }

    [Theory]
    [InlineData("1795145341", 200)]
    [InlineData("1795145340", 401)]
    [InlineData("soon", 401)]
    [InlineData(null, 401)]
    public async Task A_connection_is_closed_at_the_first_message_after_its_end(string? exp, int status)
    {
        List<string> closed = [];
        APIGatewayProxyRequest message = Connection(new JsonObject { ["tenant"] = "blue", ["exp"] = exp });

        APIGatewayProxyResponse answer = await DocumentExamples.Message(message, Close, new FixedClock(Now), CancellationToken.None);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == 200 ? [] : [message.RequestContext.ConnectionId], closed);

        Task Close(string id, CancellationToken cancel)
        {
            closed.Add(id);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void The_members_of_a_request_for_a_ticket_are_those_of_the_code()
    {
        IEnumerable<string> told = Document.Section("Issue tickets").Table("of `TicketRequest`")
            .SelectMany(row => MarkdownDocument.Code(row[0]));

        Assert.Equal(
            typeof(TicketRequest).GetProperties().Where(member => member.GetMethod!.IsPublic).Select(member => member.Name)
                .Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_figures_of_a_ticket_are_those_of_the_code()
    {
        using var table = new KeptItems();
        var tickets = new ConnectTickets(table, "tickets", new FixedClock(Now));
        TimeSpan[] lives = [TimeSpan.Zero, new(0, 0, 1), new TicketRequest { Principal = "alice" }.Lifetime, new(0, 5, 0), new(0, 5, 1)];
        List<bool> issued = [];
        foreach (TimeSpan life in lives)
        {
            issued.Add(await Record.ExceptionAsync(
                () => tickets.IssueAsync(new TicketRequest { Principal = "alice", Lifetime = life })) is null);
        }

        Assert.Equal([false, true, true, true, false], issued);
        Assert.Equal(30, lives[2].TotalSeconds);
        Assert.Contains("30 s unless you say otherwise: 1 s to 5 min", Document.Section("Tickets").Prose, StringComparison.Ordinal);
        Assert.Equal($"{Now.ToUnixTimeSeconds() + 7200}", table.Requests[0].Item["sessionExp"].N);
    }

    private static TicketHandler HandlerOf(KeptItems table) =>
        new(new ConnectTickets(table, "tickets", new FixedClock(Now)), new FixedClock(Now));

    private static APIGatewayProxyRequest Request(string? page, string? tokenExpires = TokenExpires)
    {
        APIGatewayProxyRequest request = Gateway.Typed(Gateway.RestEvent("alice", new JsonObject
        {
            ["tokenExpires"] = tokenExpires,
            ["scopes"] = "orders:read orders:write",
            ["tenant"] = "blue",
        }));
        request.Headers = page is null ? null : new Dictionary<string, string> { ["origin"] = page, ["Host"] = "api.example" };
        return request;
    }

    private static APIGatewayProxyRequest Connection(JsonObject context) =>
        Gateway.Typed(Gateway.WebSocketEvent("alice", context));

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
