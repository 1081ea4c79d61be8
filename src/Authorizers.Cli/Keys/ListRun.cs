using System.Globalization;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>Goes through the records of a table. One that is broken is told of, and stops nobody.</summary>
/// <param name="terminal">Where to write.</param>
/// <param name="records">As the table gives them, page by page.</param>
internal sealed class ListRun(Terminal terminal, IAsyncEnumerable<ScannedRecord> records)
{
    /// <summary>A table for people waits for its last row.</summary>
    public const int DefaultLimit = 1000;

    private bool _foundBroken;

    private int Result => _foundBroken ? ExitCode.Failed : ExitCode.Done;

    /// <summary>For programs, each as soon as it is there.</summary>
    public async Task<int> WriteAsync(int? limit)
    {
        int left = limit ?? int.MaxValue;
        await foreach (ScannedRecord scanned in records)
        {
            if (IsGood(scanned))
            {
                terminal.WriteData(RecordLine.Of(scanned.Record!));
                left--;
            }

            if (left == 0)
            {
                break;
            }
        }

        return Result;
    }

    /// <summary>For people.</summary>
    public async Task<int> ShowAsync(int? limit, DateTimeOffset now)
    {
        int most = limit ?? DefaultLimit;
        List<string[]> rows = [RecordText.Headings];
        bool isCut = false;
        await foreach (ScannedRecord scanned in records)
        {
            if (rows.Count > most)
            {
                isCut = true;
                break;
            }

            if (IsGood(scanned))
            {
                rows.Add(RecordText.Row(scanned.Record!, now));
            }
        }

        Print(rows, isCut);
        return Result;
    }

    private void Print(List<string[]> rows, bool isCut)
    {
        if (rows.Count > 1)
        {
            terminal.WriteText(PlainTable.Write(rows));
        }
        else
        {
            terminal.Say("There are no such keys.");
        }

        if (isCut)
        {
            string shown = (rows.Count - 1).ToString(CultureInfo.InvariantCulture);
            terminal.Say($"There are more than these {shown}: raise --limit, or take --json for all.");
        }
    }

    private bool IsGood(ScannedRecord scanned)
    {
        if (scanned.Record is not null)
        {
            return true;
        }

        _foundBroken = true;
        terminal.Say(BrokenRecord.Line(scanned));
        return false;
    }
}
