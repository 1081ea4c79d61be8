using Authorizers.Core.Verification.ApiKeys;
using Authorizers.DynamoDb;

namespace Authorizers.Cli.Keys;

/// <summary>
/// Writes that may arrive twice: the SDK repeats one whose answer was lost, and is then told of a conflict with itself.
/// </summary>
internal static class RecordWrites
{
    /// <exception cref="RecordConflictException">There is another record of that id.</exception>
    public static async Task AddOnceAsync(this ApiKeyStore store, ApiKeyRecord record, CancellationToken cancel)
    {
        try
        {
            await store.AddAsync(record, cancel);
        }
        catch (RecordConflictException)
        {
            if (await store.GetAsync(record.Id, cancel) is not { } found || !found.Digest.Span.SequenceEqual(record.Digest.Span))
            {
                throw;
            }
        }
    }

    /// <exception cref="RecordConflictException">Somebody else has written the record since it was read.</exception>
    public static async Task ReplaceOnceAsync(this ApiKeyStore store, ApiKeyRecord changed, CancellationToken cancel)
    {
        try
        {
            await store.ReplaceAsync(changed, cancel);
        }
        catch (RecordConflictException)
        {
            if (await store.GetAsync(changed.Id, cancel) is not { } found || !Is(found, changed))
            {
                throw;
            }
        }
    }

    /// <summary>By what the verbs change, and how often it was changed.</summary>
    private static bool Is(ApiKeyRecord found, ApiKeyRecord changed) =>
        (found.Revision, found.IsActive, found.ReplacedBy, found.Expires)
        == (ApiKeyRecordFields.RevisionAfter(changed.Revision), changed.IsActive, changed.ReplacedBy, changed.Expires);
}
