using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests;

/// <summary>An issuer's keys at hand, and a count of how often somebody asked for one.</summary>
internal sealed class FakeKeys(params SigningKey[] keys) : IKeySource
{
    private KeySet _keys = Some.KeySet(keys);
    private TaskCompletionSource? _fetch;

    public int Asked { get; private set; }

    public bool IsDown { get; set; }

    /// <summary>Publishes these keys and no others: new objects, even for keys that were there before.</summary>
    public void Publish(params SigningKey[] keys) => _keys = Some.KeySet(keys);

    public Task PrepareAsync(Deadline deadline) =>
        IsDown ? Task.FromException(OutageException.IssuerUnreachable("The issuer is down.")) : Task.CompletedTask;

    /// <summary>Lets the next question wait for a fetch, which ends when the caller says so.</summary>
    public TaskCompletionSource FetchOnce() => _fetch = new TaskCompletionSource();

    public ValueTask<VerificationKey?> FindAsync(JoseHeader header, Deadline deadline)
    {
        Asked++;
        if (_fetch is { } fetch)
        {
            _fetch = null;
            return FindAfterAsync(fetch.Task, header, deadline);
        }

        return IsDown
            ? throw OutageException.IssuerUnreachable("The issuer is down.")
            : new ValueTask<VerificationKey?>(_keys.Find(header.KeyId, header.Algorithm));
    }

    public ValueTask<VerificationKey?> FindAnotherAsync(JoseHeader header, VerificationKey refuted, Deadline deadline) => default;

    private async ValueTask<VerificationKey?> FindAfterAsync(Task fetch, JoseHeader header, Deadline deadline)
    {
        await fetch;
        return await FindAsync(header, deadline);
    }
}
