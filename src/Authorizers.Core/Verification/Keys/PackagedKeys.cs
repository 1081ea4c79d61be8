using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// Keys deployed with the function, and no others: a key it does not have is unknown, and the network is never asked.
/// </summary>
internal sealed class PackagedKeys(KeySet keys) : IKeySource
{
    public Task PrepareAsync(Deadline deadline) => Task.CompletedTask;

    public ValueTask<VerificationKey?> FindAsync(JoseHeader header, Deadline deadline) => new(keys.Find(header.KeyId, header.Algorithm));

    public ValueTask<VerificationKey?> FindAnotherAsync(JoseHeader header, VerificationKey refuted, Deadline deadline) => default;
}
