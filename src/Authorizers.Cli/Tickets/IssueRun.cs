using Authorizers.Cli.Tables;
using Authorizers.Integration;

namespace Authorizers.Cli.Tickets;

/// <summary>Issues one ticket. It is printed when its record is there, and not before.</summary>
internal sealed class IssueRun(Terminal terminal, TimeProvider clock, OpenTable table)
{
    public async Task<int> RunAsync(IssueArguments arguments, CancellationToken cancel)
    {
        var draft = TicketDraft.Of(arguments, table.Configuration, clock.GetUtcNow());
        if (draft.Problems.Count > 0)
        {
            terminal.Say(string.Join('\n', draft.Problems));
            return ExitCode.BadUsage;
        }

        try
        {
            IssuedTicket issued = await new ConnectTickets(table.Client, table.Name, clock).IssueAsync(draft.Request, cancel);
            return new NewTicket(issued, draft.Request).Show(terminal, arguments.AsJson, MomentText.Now(clock));
        }
        catch (Exception e) when (TableFailure.Of(e, cancel) is not null)
        {
            terminal.Say("No ticket is issued. If there is a record of one all the same, nobody has the ticket.");
            throw;
        }
    }
}
