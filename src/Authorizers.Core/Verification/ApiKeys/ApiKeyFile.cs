using System.Text;
using Authorizers.Core.Verification.Records;

namespace Authorizers.Core.Verification.ApiKeys;

/// <summary>Records that came with the function: one line of JSON each, as they are exported from a table.</summary>
public sealed class ApiKeyFile : IApiKeyRecords
{
    private readonly Dictionary<string, ApiKeyRecord> _records;

    private ApiKeyFile(Dictionary<string, ApiKeyRecord> records) => _records = records;

    /// <summary>Reads all lines; empty ones are passed over.</summary>
    /// <param name="lines">Of the file.</param>
    /// <param name="problem">Takes the number of each bad line, from 1, and what is wrong with it.</param>
    public static ApiKeyFile Read(IEnumerable<string> lines, Action<int, string> problem)
    {
        Dictionary<string, ApiKeyRecord> records = new(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.Length > 0 && ProblemOf(line, records) is { } said)
            {
                problem(number, said);
            }
        }

        return new ApiKeyFile(records);
    }

    private static string? ProblemOf(string line, Dictionary<string, ApiKeyRecord> records)
    {
        try
        {
            ApiKeyRecord record = ApiKeyRecordJson.Read(Encoding.UTF8.GetBytes(line));
            return records.TryAdd(record.Id, record) ? null : "its id stands in this file already";
        }
        catch (RecordException e)
        {
            return e.Message;
        }
    }

    /// <inheritdoc/>
    public Task PrepareAsync(Deadline deadline) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<ApiKeyRecord?> FindAsync(string id, CancellationToken cancel) => Task.FromResult(_records.GetValueOrDefault(id));
}
