using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Tickets;

/// <summary><c>ticket</c>: what operators do with the table of connect tickets.</summary>
internal static class TicketCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var table = new TableOptions(TableKind.Tickets);
        Command[] verbs = [IssueCommand.Create(terminal, clock, table), CreateTableCommand.Create(terminal, clock, table)];
        var command = new Command("ticket", "Issues tickets for WebSocket connections, from a DynamoDB table.");
        table.AddTo(command, verbs);
        return command;
    }
}
