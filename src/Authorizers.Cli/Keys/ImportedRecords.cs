using Authorizers.Core.Verification.ApiKeys;
using Authorizers.Core.Verification.Records;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>Puts records into the table as they are, one at a time.</summary>
/// <param name="store">Of the table.</param>
/// <param name="replaces">What is there gives way.</param>
/// <param name="isRehearsal">Nothing is written.</param>
internal sealed class ImportedRecords(ApiKeyStore store, bool replaces, bool isRehearsal)
{
    public bool IsRehearsal => isRehearsal;

    /// <exception cref="RecordException">What is there is no record.</exception>
    /// <exception cref="RecordConflictException">Somebody else writes the same record.</exception>
    public async Task<ImportOutcome> PutAsync(ApiKeyRecord record, CancellationToken cancel)
    {
        if (!isRehearsal && await TryAddAsync(record, cancel))
        {
            return ImportOutcome.Added;
        }

        if (!replaces && !isRehearsal)
        {
            return ImportOutcome.Skipped;
        }

        return await store.GetAsync(record.Id, cancel) is { } found ? await ReplaceAsync(record, found, cancel)
            : isRehearsal ? ImportOutcome.Added
            : throw new RecordException("its record in the table went away meanwhile");
    }

    private async Task<ImportOutcome> ReplaceAsync(ApiKeyRecord record, ApiKeyRecord found, CancellationToken cancel)
    {
        if (replaces && !isRehearsal)
        {
            await store.ReplaceAsync(record with { Revision = found.Revision }, cancel);
        }

        return replaces ? ImportOutcome.Replaced : ImportOutcome.Skipped;
    }

    private async Task<bool> TryAddAsync(ApiKeyRecord record, CancellationToken cancel)
    {
        try
        {
            await store.AddAsync(record, cancel);
            return true;
        }
        catch (RecordConflictException)
        {
            return false;
        }
    }
}
