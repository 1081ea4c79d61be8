using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary><c>keys revoke</c>: the end of a key.</summary>
internal static class RevokeCommand
{
    public static Command Create(Terminal terminal, TableOptions table)
    {
        Argument<string> id = IdArgument.Create();
        var command = new Command("revoke", "Disables one key, and says when the last function knows.") { id };
        command.SetKeysAction(terminal, table, (opened, parsed, cancel) =>
            RunAsync(terminal, opened, parsed.GetValue(id)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, KeyTable table, string id, CancellationToken cancel)
    {
        if (await table.ReadAsync(terminal, id, cancel) is not { } record)
        {
            return ExitCode.Failed;
        }

        if (!record.IsActive)
        {
            terminal.Say($"API key {record} was revoked before.");
            return ExitCode.Done;
        }

        await table.Store.ReplaceOnceAsync(record with { IsActive = false }, cancel);
        terminal.Say($"API key {record} is revoked.");
        terminal.Say(RevocationDelay.InWords(table.Configuration));
        return ExitCode.Done;
    }
}
