using System.Globalization;
using Amazon.DynamoDBv2;
using Authorizers.Cli.Tokens;
using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>Reads a file of records into the table. A bad line is told of by its number, and stops no other.</summary>
internal sealed class ImportRun(Terminal terminal, ImportedRecords records)
{
    /// <summary>An item of a table has 400 KB at most, and JSON escapes some of its letters.</summary>
    private const int LongestLine = 2 * 1024 * 1024;

    private const string ItemRefused = "ValidationException";

    private readonly Dictionary<ImportOutcome, int> _counts = [];

    public async Task<int> RunAsync(FileInfo file, CancellationToken cancel)
    {
        try
        {
            await LongRun.WatchAsync(
                terminal, terminal.TalkIsSeen, "import", file.Length, run => ReadAsync(file, run, cancel));
        }
        finally
        {
            string start = records.IsRehearsal ? "Nothing was written. It would be: " : "";
            terminal.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{start}{Count(ImportOutcome.Added)} added, {Count(ImportOutcome.Replaced)} replaced, "
                + $"{Count(ImportOutcome.Skipped)} skipped, {Count(ImportOutcome.Refused)} refused."));
        }

        return Count(ImportOutcome.Refused) == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private int Count(ImportOutcome outcome) => _counts.GetValueOrDefault(outcome);

    private async Task<int> ReadAsync(FileInfo file, LongRun run, CancellationToken cancel)
    {
        int number = 0;
        await using FileStream stream = file.OpenRead();
        await foreach (ReadOnlyMemory<byte>? line in InputLines.ReadAsync(stream, LongestLine, cancel))
        {
            number++;
            run.Advance((line?.Length ?? LongestLine) + 1);
            if (line is not { } text || !text.Span.Trim(" \t\r"u8).IsEmpty)
            {
                string place = string.Create(CultureInfo.InvariantCulture, $"Line {number}");
                ImportOutcome outcome = await PutAsync(line, place, run, cancel);
                _counts[outcome] = Count(outcome) + 1;
            }
        }

        return ExitCode.Done;
    }

    private async Task<ImportOutcome> PutAsync(ReadOnlyMemory<byte>? line, string place, LongRun run, CancellationToken cancel)
    {
        try
        {
            ApiKeyRecord record = ApiKeyRecordJson.Read(
                line is { } text ? text.Span : throw new RecordException("it is too long"));
            ImportOutcome outcome = await records.PutAsync(record, cancel);
            if (outcome == ImportOutcome.Skipped)
            {
                run.Say($"{place}: there is an API key {record} already.");
            }

            return outcome;
        }
        catch (Exception e) when (e is RecordException or RecordConflictException)
        {
            run.Say($"{place}: {SecretText.Readable(e.Message.TrimEnd('.'))}.");
        }
        catch (AmazonDynamoDBException e) when (e.ErrorCode == ItemRefused)
        {
            run.Say($"{place}: the table answered {ItemRefused}.");
        }

        return ImportOutcome.Refused;
    }
}
