using System.CommandLine;
using System.CommandLine.Parsing;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys</c>: what operators do with the API keys of a table.</summary>
internal static class KeysCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        var table = new TableOptions();
        Command[] verbs =
        [
            CreateCommand.Create(terminal, clock, table), ListCommand.Create(terminal, clock, table),
            ShowCommand.Create(terminal, clock, table), RotateCommand.Create(terminal, clock, table),
            RevokeCommand.Create(terminal, table), ExportCommand.Create(terminal, table), ImportCommand.Create(terminal, table),
            CreateTableCommand.Create(terminal, clock, table),
        ];
        var command = new Command("keys", "Creates, shows, replaces and revokes the API keys of a DynamoDB table.");
        table.AddTo(command);
        foreach (Command verb in verbs)
        {
            verb.Validators.Add(RefuseWholeKey);
            verb.Validators.Add(table.RequirePlace);
            command.Subcommands.Add(verb);
        }

        return command;
    }

    /// <summary>Shells keep what is typed, and an error would quote it.</summary>
    private static void RefuseWholeKey(CommandResult result)
    {
        List<string> texts = [];
        for (SymbolResult? at = result; at is not null; at = at.Parent)
        {
            texts.AddRange((at as CommandResult)?.Children.SelectMany(child => child.Tokens).Select(token => token.Value) ?? []);
        }

        if (texts.Exists(KeyText.HoldsKey))
        {
            result.AddError(
                "A whole API key stands on the command line. "
                + "Give its id alone where that is asked for: the 12 letters and digits between the underscores.");
        }
    }
}
