using Authorizers.Cli.Tables;
using Authorizers.Cli.Tickets;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Tests.Tickets;

public sealed class IssueProblemTests
{
    private const string OnlyApp = """{ "webSocket": { "origins": ["https://app.example"] } }""";

    [Theory]
    [InlineData("--principal takes", "--principal", "")]
    [InlineData("--principal takes 1 to 256 characters. It cannot be anonymous.", "--principal", "anonymous")]
    [InlineData("--origin must be an origin", "--origin", "")]
    [InlineData("--origin must be an origin", "--origin", "null")]
    [InlineData("--origin must be an origin", "--origin", "https://app.example/")]
    [InlineData("--origin must be an origin", "--origin", "https://APP.example")]
    [InlineData("--origin must be an origin", "--origin", "https://app.example:443")]
    [InlineData("--origin must be an origin", "--origin", "http://app.example")]
    [InlineData("--address takes", "--address", "")]
    [InlineData("--address takes", "--address", "203.0.113.0/24")]
    [InlineData("--scopes takes", "--scopes", "a,,b")]
    [InlineData("--groups takes", "--groups", ",")]
    [InlineData("--context takes KEY=VALUE", "--context", "tenant")]
    [InlineData("--context takes names", "--context", "exp=1")]
    [InlineData("--context takes names", "--context", "connectionId=x")]
    [InlineData("--session takes", "--session", "2027-01-31T12:00:00Z")]
    [InlineData("--session takes", "--session", "tomorrow")]
    [InlineData("--session takes", "--session", "2000000000d")]
    [InlineData("--session is over at once", "--session", "0s")]
    [InlineData("--lifetime takes 1s to 5m", "--lifetime", "30")]
    [InlineData("--lifetime takes 1s to 5m", "--lifetime", "0s")]
    [InlineData("--lifetime takes 1s to 5m", "--lifetime", "301s")]
    public async Task A_value_that_a_ticket_cannot_have_is_refused_by_its_option(string sentence, params string[] args)
    {
        string[] principal = args.Contains("--principal") ? [] : ["--principal", "alice"];

        CommandRun run = await CommandRun.OfAsync(["ticket", "issue", .. principal, .. args, .. Nowhere.Options]);

        run.RefusedWith(sentence);
        Assert.Single(run.Lines);
    }

    [Fact]
    public async Task All_problems_are_said_at_once()
    {
        CommandRun run = await CommandRun.OfAsync(
        [
            "ticket", "issue", "--principal", "", "--scopes", "", "--origin", "here", "--address", "here", "--lifetime", "1d",
            "--session", "never", "--context", "x", .. Nowhere.Options,
        ]);

        run.RefusedWith("");
        Assert.Equal(
            ["--principal", "--origin", "--address", "--scopes", "--context", "--session", "--lifetime"],
            run.Lines.Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData(OnlyApp, "https://app.example.evil")]
    [InlineData(OnlyApp, "https://app.example:8443")]
    public async Task A_ticket_for_a_page_that_the_function_does_not_admit_is_refused(string members, string origin) =>
        (await ConfiguredAsync(members, "--origin", origin)).RefusedWith(
            "--origin is none of webSocket.origins in the configuration: its function would refuse the ticket.");

    [Fact]
    public async Task A_ticket_for_no_page_is_refused_where_the_function_wants_one() =>
        (await ConfiguredAsync("""{ "webSocket": { "requireOrigin": true } }"""))
            .RefusedWith("--origin is missing: the configuration has requireOrigin");

    [Theory]
    [InlineData(OnlyApp, "https://app.example")]
    [InlineData(OnlyApp)]
    [InlineData("{}", "https://anywhere.example")]
    public void A_ticket_that_the_function_would_admit_has_no_problem(string members, string? origin = null)
    {
        using var folder = new TemporaryFolder();
        AuthorizerConfiguration configuration =
            ConfigurationFile.Load(SomeConfiguration.Write(folder, members), _ => null, EventKind.WebSocket);

        TicketDraft draft = TicketDraft.Of(
            new IssueArguments { Rights = new RightsArguments { Principal = "alice" }, Origin = origin },
            configuration,
            The.Moment);

        Assert.Empty(draft.Problems);
        Assert.Equal(("alice", origin), (draft.Request.Principal, draft.Request.Origin));
    }

    [Fact]
    public async Task A_context_that_no_handshake_could_carry_is_refused() =>
        (await ConfiguredAsync("{}", "--context", $"a={new string('x', 1020)}"))
            .RefusedWith("larger than the configuration's maxContextBytes");

    private static async Task<CommandRun> ConfiguredAsync(string members, params string[] args)
    {
        using var folder = new TemporaryFolder();
        string file = SomeConfiguration.Write(folder, members);
        return await CommandRun.OfAsync(["ticket", "issue", "--principal", "alice", .. args, "--config", file]);
    }
}
