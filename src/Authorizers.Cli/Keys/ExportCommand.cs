using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys export</c>: all records, for a copy or for a function's <c>recordsFile</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal, TableOptions table)
    {
        var file = new Option<FileInfo>("--out")
        {
            HelpName = "FILE",
            Description = "Where to write, when all is read. Without it, standard output.",
        };
        var command = new Command("export", "Writes all records, one line of JSON each. No secret is in them.") { file };
        command.SetKeysAction(terminal, table, (opened, parsed, cancel) =>
            new ExportRun(terminal, opened).RunAsync(parsed.GetValue(file), cancel));
        return command;
    }
}
