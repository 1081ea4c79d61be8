using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys import</c>: records as <c>keys export</c> writes them.</summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal, TableOptions table)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Records as export writes them, one line of JSON each." };
        file.AcceptExistingOnly();
        var replace = new Option<bool>("--replace")
        {
            Description = "Replaces records that are there, instead of passing them over.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be done, and writes nothing." };
        var command = new Command("import", "Adds records to the table, and stops for no line.") { file, replace, dryRun };
        command.SetKeysAction(terminal, table, (opened, parsed, cancel) =>
        {
            var records = new ImportedRecords(opened.Store, parsed.GetValue(replace), parsed.GetValue(dryRun));
            return new ImportRun(terminal, records).RunAsync(parsed.GetValue(file)!, cancel);
        });
        return command;
    }
}
