using System.CommandLine;
using Amazon.DynamoDBv2.Model;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Tables;

/// <summary><c>create-table</c>: for work on this machine; a stack creates its own.</summary>
internal static class CreateTableCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock, TableOptions table)
    {
        var command = new Command("create-table", "Creates the table, for local work: a deployment has it in its template.");
        command.SetTableAction(terminal, table, (opened, _, cancel) => RunAsync(terminal, clock, opened, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, TimeProvider clock, OpenTable table, CancellationToken cancel)
    {
        try
        {
            bool expires = await TableCreation.CreateAsync(table.Client, table.Name, clock, cancel);
            terminal.Say($"The table {table.Name} ({table.Place}) is there.");
            if (!expires)
            {
                terminal.Say("It does not delete expired records: this DynamoDB has no TTL. Functions refuse them all the same.");
            }

            return ExitCode.Done;
        }
        catch (ResourceInUseException)
        {
            terminal.Say($"There is a table {table.Name} ({table.Place}) already. Nothing was changed.");
            return ExitCode.Failed;
        }
    }
}
