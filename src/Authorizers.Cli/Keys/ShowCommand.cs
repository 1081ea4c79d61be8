using System.CommandLine;
using Authorizers.Cli.Tables;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys show</c>: one record, all of it.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock, TableOptions table)
    {
        Argument<string> id = IdArgument.Create();
        Option<bool> json = JsonOption.Create("Prints the record as one line of JSON, with its digest.");
        var command = new Command("show", "Shows all that is stored of one key.") { id, json };
        command.SetKeysAction(terminal, table, async (opened, parsed, cancel) =>
        {
            if (await opened.ReadAsync(terminal, parsed.GetValue(id)!, cancel) is not { } record)
            {
                return ExitCode.Failed;
            }

            Print(terminal, record, parsed.GetValue(json), MomentText.Now(clock));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, ApiKeyRecord record, bool asJson, DateTimeOffset now)
    {
        if (asJson)
        {
            terminal.WriteData(RecordLine.Of(record));
        }
        else
        {
            terminal.WriteText(RecordText.Whole(record, now));
        }
    }
}
