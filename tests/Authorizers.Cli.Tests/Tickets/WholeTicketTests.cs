using Authorizers.Core.Credentials;

namespace Authorizers.Cli.Tests.Tickets;

public sealed class WholeTicketTests
{
    /// <summary>By chance a ticket may have no digit, by which other tokens are known.</summary>
    private static readonly string Ticket = ConnectTicket.Prefix + new string('x', 32);

    [Theory]
    [InlineData("TICKET")]
    [InlineData("issue", "TICKET", "--principal", "alice", "--table", "tickets")]
    [InlineData("issue", "--principal", "TICKET", "--table", "tickets")]
    [InlineData("issue", "--principal", "TICKETx", "--table", "tickets")]
    [InlineData("issue", "--principal", "alice", "--origin", "https://TICKET", "--table", "tickets")]
    [InlineData("issue", "--principal", "alice", "--context", "ticket=TICKET", "--table", "tickets")]
    [InlineData("issue", "--principal", "alice", "--lifetime", "TICKET", "--table", "tickets")]
    [InlineData("issue", "--principal", "alice", "--lifetme=TICKET", "--table", "tickets")]
    [InlineData("issue", "--principal", "alice", "--config", "TICKET")]
    [InlineData("--table", "TICKET", "create-table")]
    public async Task A_ticket_on_the_command_line_is_refused_and_not_repeated(params string[] args)
    {
        CommandRun run = await CommandRun.OfAsync(["ticket", .. args.Select(arg => arg.Replace("TICKET", Ticket))]);

        run.RefusedWith("");
        Assert.DoesNotContain("wst_", run.Talk);
    }

    [Fact]
    public async Task Whoever_types_a_ticket_is_told_that_none_is_asked_for() =>
        (await CommandRun.OfAsync("ticket", "issue", "--principal", Ticket, "--table", "tickets"))
            .RefusedWith("A ticket stands on the command line, where none is asked for.");

    [Theory]
    [InlineData("invoke", "token")]
    [InlineData("keys", "show")]
    public async Task Nor_is_it_repeated_by_other_verbs(params string[] args)
    {
        CommandRun run = await CommandRun.OfAsync([.. args, Ticket]);

        run.RefusedWith("");
        Assert.DoesNotContain("wst_", run.Talk);
    }
}
