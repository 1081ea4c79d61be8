using System.Globalization;
using Amazon.Runtime;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>Writes what the table holds. A broken record is told of and left out.</summary>
internal sealed class ExportRun(Terminal terminal, KeyTable table)
{
    private int _written;
    private int _broken;

    public async Task<int> RunAsync(FileInfo? place, CancellationToken cancel)
    {
        bool isShown = terminal.TalkIsSeen && (place is not null || !terminal.DataIsSeen);
        double total = isShown ? await EstimateAsync(cancel) : 0;
        int result = await LongRun.WatchAsync(
            terminal, isShown, "export", total,
            run => place is null ? WriteAsync(terminal.Data, run, cancel) : WriteFileAsync(place, run, cancel));
        if (result != ExitCode.BadUsage)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{_written} exported, {_broken} broken."));
        }

        return result;
    }

    private async Task<int> WriteFileAsync(FileInfo place, LongRun run, CancellationToken cancel)
    {
        UnfinishedFile file;
        try
        {
            file = UnfinishedFile.Begin(place);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            run.Say(e.Message);
            return ExitCode.BadUsage;
        }

        using (file)
        {
            int result = await WriteAsync(file.Stream, run, cancel);
            file.Finish();
            return result;
        }
    }

    private async Task<int> WriteAsync(Stream stream, LongRun run, CancellationToken cancel)
    {
        await foreach (ScannedRecord scanned in table.Store.ScanAsync(null, null, cancel))
        {
            if (scanned.Record is { } record)
            {
                stream.Write([.. RecordLine.Of(record), (byte)'\n']);
                _written++;
            }
            else
            {
                run.Say(BrokenRecord.Line(scanned));
                _broken++;
            }

            run.Advance();
        }

        await stream.FlushAsync(cancel);
        return _broken == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Who may read the records need not be allowed to ask how many there are.</summary>
    private async Task<double> EstimateAsync(CancellationToken cancel)
    {
        try
        {
            return await table.Store.EstimateCountAsync(cancel);
        }
        catch (AmazonServiceException)
        {
            return 0;
        }
    }
}
