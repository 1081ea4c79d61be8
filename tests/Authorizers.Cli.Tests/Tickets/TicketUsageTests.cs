namespace Authorizers.Cli.Tests.Tickets;

public sealed class TicketUsageTests
{
    [Theory]
    [InlineData("issue", "--principal", "alice")]
    [InlineData("create-table")]
    public async Task The_table_is_named_and_not_searched_for(params string[] args) =>
        (await CommandRun.OfAsync(["ticket", .. args]))
            .RefusedWith("Name the table, by --table or by the --config of its function.");

    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("--principal", "issue")]
    [InlineData("--region takes", "issue", "--principal", "alice", "--region", "EU West")]
    [InlineData("--endpoint-url takes", "issue", "--principal", "alice", "--endpoint-url", "localhost:8000")]
    [InlineData("--table takes", "create-table", "--table", "")]
    [InlineData("There is no profile no-such-profile with credentials.", "create-table", "--profile", "no-such-profile")]
    [InlineData("'--plan'", "issue", "--principal", "alice", "--plan")]
    public async Task What_cannot_be_done_is_refused_before_the_table_is_asked(string sentence, params string[] args) =>
        (await CommandRun.OfAsync(args.Length == 0 ? ["ticket"] : ["ticket", .. args, .. Nowhere.Beside(args)]))
            .RefusedWith(sentence);

    [Theory]
    [InlineData("""{ "ticket": null }""", "The configuration has no ticket")]
    [InlineData("""{ "credentials": { "anyOf": ["bearer"] } }""", "its credentials do not name it")]
    [InlineData("""{ "ticket": { "ticketsFile": "tickets.jsonl" } }""", "has a ticketsFile and no table. Name the table with")]
    [InlineData("""{ "ticket": { "table": "t" } }""", "$.ticket.table")]
    [InlineData("""{ "routes": [{ "route": "GET /orders" }] }""", "$.routes: must name $connect")]
    public async Task A_configuration_that_leads_to_no_table_is_refused(string members, string sentence)
    {
        using var folder = new TemporaryFolder();
        folder.Write("tickets.jsonl", "");
        string issuers = $$"""
            "issuers": [{
              "issuer": "https://issuer.example/", "jwksFile": "{{The.KeySet.Replace('\\', '/')}}", "audiences": ["orders-api"]
            }]
            """;
        string file = SomeConfiguration.Write(folder, $"{{ {issuers}, {members[1..]}");

        (await CommandRun.OfAsync("ticket", "issue", "--principal", "alice", "--config", file)).RefusedWith(sentence);
    }

    [Fact]
    public async Task Help_names_the_verbs_and_what_they_have_in_common()
    {
        CommandRun help = await CommandRun.OfAsync("ticket", "--help");

        Assert.Equal((ExitCode.Done, ""), (help.ExitCode, help.Talk));
        Assert.All(["issue", "create-table", "--table <NAME>"], text => Assert.Contains($"  {text} ", help.Data));
        Assert.Contains("  ticket ", (await CommandRun.OfAsync("--help")).Data);
    }
}
