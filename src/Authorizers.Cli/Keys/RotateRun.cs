using Authorizers.Cli.Tables;
using Authorizers.Cli.Tokens.Inspection;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>
/// Replaces one key. The new record is written first, so that at no time there is no key; the new key is printed when the old
/// record says what follows it, and not before.
/// </summary>
internal sealed class RotateRun(Terminal terminal, DateTimeOffset now, KeyTable table)
{
    public async Task<int> RunAsync(RotateArguments arguments, CancellationToken cancel)
    {
        List<string> problems = [];
        if (Rotation.Read(arguments, now, problems) is not { } rotation)
        {
            terminal.Say(string.Join('\n', problems));
            return ExitCode.BadUsage;
        }

        if (await table.ReadAsync(terminal, arguments.Id, cancel) is not { } old)
        {
            return ExitCode.Failed;
        }

        if (rotation.ProblemOf(old) is { } problem)
        {
            terminal.Say($"API key {old} {problem}: it cannot be rotated.");
            return ExitCode.Failed;
        }

        if (old.Pepper is not null && table.Digests.Current is null)
        {
            terminal.Say($"API key {old} has a pepper: name the configuration with --config, so that the new one gets one too.");
            return ExitCode.BadUsage;
        }

        NewKey made = NewKey.Create(table, arguments.Prefix, rotation.Renewed(old));
        ApiKeyRecord replaced = rotation.Replaced(old, made.Record.Id);
        return await TryReplaceAsync(made.Record, replaced, cancel)
            ? Show(made, replaced, arguments.Prefix, arguments.AsJson)
            : ExitCode.Failed;
    }

    private int Show(NewKey made, ApiKeyRecord replaced, string? prefix, bool asJson)
    {
        table.WarnWithoutConfiguration(terminal, prefix);
        terminal.Say($"API key {replaced} is good until {TimeInWords.Absolute(replaced.Expires!.Value)}.");
        return made.Show(terminal, asJson, now);
    }

    private async Task<bool> TryReplaceAsync(ApiKeyRecord added, ApiKeyRecord replaced, CancellationToken cancel)
    {
        try
        {
            await table.Store.AddOnceAsync(added, cancel);
            await table.Store.ReplaceOnceAsync(replaced, cancel);
            return true;
        }
        catch (Exception e)
        {
            terminal.Say(e is RecordConflictException ? e.Message
                : TableFailure.Of(e, cancel) is { } failure ? $"The table {table.Name} ({table.Place}) {failure}."
                : "The rotation was interrupted.");
            return await TryTakeBackAsync(added, replaced);
        }
    }

    /// <summary>A write whose answer was lost may have arrived: only the old record can tell.</summary>
    /// <returns>True when it has.</returns>
    private async Task<bool> TryTakeBackAsync(ApiKeyRecord added, ApiKeyRecord replaced)
    {
        try
        {
            if (await table.Store.GetAsync(replaced.Id, CancellationToken.None) is { } found && found.ReplacedBy == added.Id)
            {
                return true;
            }

            await table.Store.RemoveAsync(added, CancellationToken.None);
            terminal.Say($"API key {replaced} is as it was, and there is no new key.");
        }
        catch (Exception e) when (
            TableFailure.Of(e, CancellationToken.None) is not null || e is RecordException or RecordConflictException)
        {
            terminal.Say(
                $"API key {replaced} may be replaced by {added}, of which nobody has the secret. "
                + "See what keys show says of both, revoke the new one, and create another if the old one is replaced.");
        }

        return false;
    }
}
