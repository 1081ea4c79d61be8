using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary>Makes one key. It is printed when its record is there, and not before.</summary>
internal sealed class CreateRun(Terminal terminal, TimeProvider clock, KeyTable table)
{
    public async Task<int> RunAsync(CreateArguments arguments, string? prefix, bool asJson, CancellationToken cancel)
    {
        DateTimeOffset now = MomentText.Now(clock);
        var draft = RecordDraft.Of(arguments, table.Configuration, now);
        if (draft.Problems.Count > 0)
        {
            terminal.Say(string.Join('\n', draft.Problems));
            return ExitCode.BadUsage;
        }

        NewKey made = NewKey.Create(table, prefix, draft.Record);
        try
        {
            await table.Store.AddOnceAsync(made.Record, cancel);
        }
        catch (Exception e) when (TableFailure.Of(e, cancel) is not null)
        {
            terminal.Say($"API key {made} is not made. If there is a record of it all the same, nobody has its secret.");
            throw;
        }

        table.WarnWithoutConfiguration(terminal, prefix);
        return made.Show(terminal, asJson, now);
    }
}
