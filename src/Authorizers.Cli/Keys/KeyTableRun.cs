using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary>Runs a verb on a table of API keys.</summary>
internal static class KeyTableRun
{
    /// <summary>Makes it what a command does.</summary>
    /// <param name="command">A verb.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="options">Of the table.</param>
    /// <param name="run">On the table.</param>
    public static void SetKeysAction(
        this Command command,
        Terminal terminal,
        TableOptions options,
        Func<KeyTable, ParseResult, CancellationToken, Task<int>> run) =>
        command.SetTableAction(terminal, options, (table, parsed, cancel) => run(new KeyTable(table), parsed, cancel));
}
