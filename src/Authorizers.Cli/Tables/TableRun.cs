using System.CommandLine;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Tables;

/// <summary>Runs a verb on its table; what goes wrong with the table, or a file, becomes one line.</summary>
internal static class TableRun
{
    /// <summary>Makes it what a command does.</summary>
    /// <param name="command">A verb.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="options">Of the table.</param>
    /// <param name="run">On the table.</param>
    public static void SetTableAction(
        this Command command,
        Terminal terminal,
        TableOptions options,
        Func<OpenTable, ParseResult, CancellationToken, Task<int>> run) =>
        command.SetAction((parsed, cancel) =>
            RunAsync(terminal, options.Kind, options.Read(parsed), table => run(table, parsed, cancel), cancel));

    private static async Task<int> RunAsync(
        Terminal terminal, TableKind kind, TableArguments arguments, Func<OpenTable, Task<int>> run, CancellationToken cancel)
    {
        using OpenTable? table = OpenTable.Find(terminal, kind, arguments);
        if (table is null)
        {
            return ExitCode.BadUsage;
        }

        try
        {
            return await run(table);
        }
        catch (RecordConflictException e)
        {
            terminal.Say($"{e.Message} Nothing was changed.");
        }
        catch (Exception e) when (TableFailure.Of(e, cancel) is { } failure)
        {
            terminal.Say($"The table {table.Name} ({table.Place}) {failure}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say(e.Message);
        }

        return ExitCode.Failed;
    }
}
