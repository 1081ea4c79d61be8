using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class TicketReaderTests : IDisposable
{
    private const string NoTable = "must be a table's name, 3 to 255 letters, digits, underscores, dots and hyphens, or its ARN, "
        + "arn:aws:dynamodb:REGION:ACCOUNT:table/NAME";

    private const string NoEndpoint = "must be an https URL, or an http URL of this machine for local work";
    private const string NoPlace = "must be header., query. or subprotocol. and a name";
    private const string OneOfTwo = "must have table or ticketsFile, and not both";
    private const string OfTablesAlone = "contradicts ticketsFile; only a table has one";
    private const string Id = "IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4";

    private const string Line =
        $$"""{"id":"{{Id}}","version":1,"principal":"alice","exp":4102444800,"sessionExp":4102444800,"created":0}""";

    private readonly WebSocketFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{ "table": "arn:aws:dynamodb:eu-west-1:123456789012:table/tickets" }""")]
    [InlineData("""{ "table": "${TABLE}", "region": null, "endpoint": null, "sources": null, "ticketsFile": null }""")]
    [InlineData("""{ "table": "tickets", "endpoint": "https://dynamodb.example/", "region": "eu-west-1" }""")]
    [InlineData("""{ "table": "tickets", "endpoint": "http://127.0.0.1:8000" }""")]
    [InlineData("""{ "table": "tickets", "sources": ["query.Ticket", "query.ticket"] }""")]
    [InlineData("""{ "ticketsFile": "tickets.jsonl" }""")]
    public void What_makes_sense_is_taken(string section)
    {
        _folder.Variables["TABLE"] = "tickets";
        _folder.Write("tickets.jsonl", Line);

        Assert.Empty(_folder.Problems($$"""{ "ticket": {{section}} }"""));
    }

    [Theory]
    [InlineData("7", "$.ticket: must be an object|$.ticket: " + OneOfTwo)]
    [InlineData("{}", "$.ticket: " + OneOfTwo)]
    [InlineData("""{ "table": "tickets", "ticketsFile": "tickets.jsonl" }""", "$.ticket: " + OneOfTwo)]
    [InlineData("""{ "ticketsFile": "tickets.jsonl", "region": "eu-west-1" }""", "$.ticket.region: " + OfTablesAlone)]
    [InlineData("""{ "ticketsFile": "tickets.jsonl", "endpoint": "http://localhost" }""", "$.ticket.endpoint: " + OfTablesAlone)]
    [InlineData("""{ "table": "ab" }""", "$.ticket.table: " + NoTable)]
    [InlineData("""{ "table": "arn:aws:s3:::tickets" }""", "$.ticket.table: " + NoTable)]
    [InlineData("""{ "table": 7 }""", "$.ticket.table: must be a string")]
    [InlineData("""{ "table": "${UNSET}" }""", "$.ticket.table: needs ${UNSET}, which is not set")]
    [InlineData("""{ "table": "tickets", "region": "EU" }""", "$.ticket.region: must be the name of a region, such as eu-west-1")]
    [InlineData("""{ "table": "tickets", "endpoint": "http://dynamodb.example" }""", "$.ticket.endpoint: " + NoEndpoint)]
    [InlineData("""{ "table": "tickets", "endpoint": "localhost:8000" }""", "$.ticket.endpoint: " + NoEndpoint)]
    [InlineData("""{ "table": "tickets", "consistentRead": true }""", "$.ticket.consistentRead: is not a member of this object")]
    [InlineData("""{ "table": "tickets", "recordsFile": "x" }""", "$.ticket.recordsFile: is not a member of this object")]
    [InlineData(
        """{ "table": "tickets", "sources": [] }""",
        "$.ticket.sources: must name at least one source; leave it out for query.ticket")]
    [InlineData("""{ "table": "tickets", "sources": "query.ticket" }""", "$.ticket.sources: must be an array")]
    [InlineData("""{ "table": "tickets", "sources": ["query.t", "cookie.t"] }""", "$.ticket.sources[1]: " + NoPlace)]
    [InlineData("""{ "table": "tickets", "sources": ["stageVariable.t"] }""", "$.ticket.sources[0]: " + NoPlace)]
    [InlineData("""{ "table": "tickets", "sources": ["context.t"] }""", "$.ticket.sources[0]: " + NoPlace)]
    [InlineData("""{ "table": "tickets", "sources": ["ticket"] }""", "$.ticket.sources[0]: " + NoPlace)]
    [InlineData("""{ "table": "tickets", "sources": ["query."] }""", "$.ticket.sources[0]: " + NoPlace)]
    [InlineData("""{ "table": "tickets", "sources": ["query.t", "query.t"] }""", "$.ticket.sources[1]: stands here twice")]
    [InlineData("""{ "table": "tickets", "sources": ["header.X-T", "header.x-t"] }""", "$.ticket.sources[1]: stands here twice")]
    [InlineData(
        """{ "table": "tickets", "sources": ["subprotocol.t", "subprotocol.T"] }""", "$.ticket.sources[1]: stands here twice")]
    [InlineData("""{ "ticketsFile": "nowhere.jsonl" }""", "$.ticket.ticketsFile: names a file that cannot be read")]
    [InlineData("""{ "ticketsFile": "a\u0000b" }""", "$.ticket.ticketsFile: is no name of a file: it holds a NUL")]
    [InlineData("""{ "ticketsFile": "" }""", "$.ticket.ticketsFile: must not be empty")]
    [InlineData("""{ "ticketsFile": true }""", "$.ticket.ticketsFile: must be a string")]
    public void What_does_not_is_told_where_it_stands(string section, string problems)
    {
        _folder.Write("tickets.jsonl", Line);

        Assert.Equal(problems.Split('|'), _folder.Problems($$"""{ "ticket": {{section}} }"""));
    }

    [Fact]
    public void Each_bad_line_of_a_file_is_told_by_its_number_and_without_what_stands_in_it()
    {
        _folder.Write("tickets.jsonl", $"{Line}\r\n\r\n{Line}\r\n{{\"secret\":1}}\r\nsecret\n");

        Assert.Equal(
            [
                "$.ticket.ticketsFile: names a file with a line 3 that is no record: its id stands in this file already",
                "$.ticket.ticketsFile: names a file with a line 4 that is no record: version is missing",
                "$.ticket.ticketsFile: names a file with a line 5 that is no record: it is no JSON object",
            ],
            _folder.Problems("""{ "ticket": { "ticketsFile": "tickets.jsonl" } }"""));
    }

    [Fact]
    public async Task The_tickets_of_a_file_are_those_that_are_taken()
    {
        _folder.Write("tickets.jsonl", $"{Line}\n");

        TicketConfiguration ticket = _folder.Load("""{ "ticket": { "ticketsFile": "tickets.jsonl" } }""").Ticket!;

        Assert.Null(ticket.Table);
        Assert.Equal("alice", (await ticket.Records!.TakeAsync(Id, TestContext.Current.CancellationToken))?.Principal);
    }

    [Theory]
    [InlineData("/var/task", true)]
    [InlineData("/var/task/", true)]
    [InlineData("/function", false)]
    [InlineData("/function", true, "AWS_Lambda_provided.al2023")]
    [InlineData("/function", false, "CloudShell")]
    [InlineData(null, false)]
    public void A_file_of_tickets_is_not_for_Lambda(string? folder, bool isProblem, string? environment = null)
    {
        _folder.Write("tickets.jsonl", Line);
        if (folder is not null)
        {
            _folder.Variables["LAMBDA_TASK_ROOT"] = folder;
        }

        if (environment is not null)
        {
            _folder.Variables["AWS_EXECUTION_ENV"] = environment;
        }

        Assert.Equal(
            isProblem
                ? [
                    "$.ticket.ticketsFile: is for work on one machine: Lambda runs a function in several places, each of which "
                    + "would take the same ticket",
                ]
                : [],
            _folder.Problems("""{ "ticket": { "ticketsFile": "tickets.jsonl" } }"""));
        Assert.Empty(_folder.Problems("""{ "ticket": { "table": "tickets" } }"""));
    }

    [Theory]
    [InlineData(EventKind.WebSocket)]
    [InlineData(EventKind.None)]
    public void Tickets_that_are_asked_for_must_be_somewhere(EventKind events) => Assert.Equal(
        ["$.ticket: is missing"],
        _folder.Problems("""{ "ticket": null, "credentials": { "anyOf": ["ticket", "bearer"] } }""", events));

    [Fact]
    public void A_section_that_is_not_used_is_checked_all_the_same() => Assert.Equal(
        ["$.ticket.table: " + NoTable],
        _folder.Problems("""{ "ticket": { "table": "ab" }, "credentials": { "anyOf": ["bearer"] } }"""));
}
