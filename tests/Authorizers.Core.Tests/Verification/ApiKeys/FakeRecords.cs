using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Core.Tests.Verification.ApiKeys;

/// <summary>Records in memory. It counts the questions, and answers when it is let.</summary>
internal sealed class FakeRecords : IApiKeyRecords
{
    private readonly Dictionary<string, ApiKeyRecord> _records = new(StringComparer.Ordinal);
    private int _asked;

    public int Asked => _asked;

    /// <summary>Set by a test: what an answer waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Set by a test: what every question ends in.</summary>
    public Exception? Failure { get; set; }

    public void Put(ApiKeyRecord record) => _records[record.Id] = record;

    public Task PrepareAsync(Deadline deadline) => Task.CompletedTask;

    public async Task<ApiKeyRecord?> FindAsync(string id, CancellationToken cancel)
    {
        Interlocked.Increment(ref _asked);
        await Gate.WaitAsync(cancel);
        return Failure is null ? _records.GetValueOrDefault(id) : throw Failure;
    }
}
