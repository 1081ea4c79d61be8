using System.Collections.Concurrent;
using System.Text;
using Authorizers.Core.Verification.Records;

namespace Authorizers.Core.Verification.Tickets;

/// <summary>
/// Records of a file, one line of JSON each. They are taken from the memory of one process, so it is for work on one machine alone.
/// </summary>
public sealed class TicketFile : ITickets
{
    private readonly ConcurrentDictionary<string, TicketRecord> _records = new(StringComparer.Ordinal);

    private TicketFile()
    {
    }

    /// <summary>Reads all lines; empty ones are passed over.</summary>
    /// <param name="lines">Of the file.</param>
    /// <param name="problem">Takes the number of each bad line, from 1, and what is wrong with it.</param>
    public static TicketFile Read(IEnumerable<string> lines, Action<int, string> problem)
    {
        var file = new TicketFile();
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.Length > 0 && file.ProblemOf(line) is { } said)
            {
                problem(number, said);
            }
        }

        return file;
    }

    /// <inheritdoc/>
    public Task PrepareAsync(Deadline deadline) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<TicketRecord?> TakeAsync(string id, CancellationToken cancel) =>
        Task.FromResult(_records.TryRemove(id, out TicketRecord? record) ? record : null);

    private string? ProblemOf(string line)
    {
        try
        {
            TicketRecord record = TicketRecordFields.Read(RecordJson.Read(Encoding.UTF8.GetBytes(line)));
            return _records.TryAdd(record.Id, record) ? null : "its id stands in this file already";
        }
        catch (RecordException e)
        {
            return e.Message;
        }
    }
}
