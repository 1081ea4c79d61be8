using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests;

/// <summary>An issuer's keys at hand, and a count of how often somebody asked for one.</summary>
internal sealed class FakeKeys(params SigningKey[] keys) : IKeySource
{
    private KeySet _keys = Some.KeySet(keys);

    public int Asked { get; private set; }

    public bool IsDown { get; set; }

    /// <summary>Publishes these keys and no others: new objects, even for keys that were there before.</summary>
    public void Publish(params SigningKey[] keys) => _keys = Some.KeySet(keys);

    public Task PrepareAsync(Deadline deadline) =>
        IsDown ? Task.FromException(OutageException.IssuerUnreachable("The issuer is down.")) : Task.CompletedTask;

    public ValueTask<VerificationKey?> FindAsync(JoseHeader header, Deadline deadline)
    {
        Asked++;
        return IsDown
            ? throw OutageException.IssuerUnreachable("The issuer is down.")
            : new ValueTask<VerificationKey?>(_keys.Find(header.KeyId, header.Algorithm));
    }
}
