using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys</c>: what operators do with the API keys of a table.</summary>
internal static class KeysCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var table = new TableOptions(TableKind.ApiKeys);
        Command[] verbs =
        [
            CreateCommand.Create(terminal, clock, table), ListCommand.Create(terminal, clock, table),
            ShowCommand.Create(terminal, clock, table), RotateCommand.Create(terminal, clock, table),
            RevokeCommand.Create(terminal, table), ExportCommand.Create(terminal, table), ImportCommand.Create(terminal, table),
            CreateTableCommand.Create(terminal, clock, table),
        ];
        var command = new Command("keys", "Creates, shows, replaces and revokes the API keys of a DynamoDB table.");
        table.AddTo(command, verbs);
        return command;
    }
}
