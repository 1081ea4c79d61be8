using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Keys;

/// <summary>An issuer's usable keys at one moment. It never changes: a refresh makes another.</summary>
/// <param name="keys">Ids are unique among them.</param>
/// <param name="skipped">For each member that is no usable key, its place and why, for the log.</param>
internal sealed class KeySet(IReadOnlyList<VerificationKey> keys, IReadOnlyList<string> skipped)
{
    public IReadOnlyList<VerificationKey> Keys => keys;

    public IReadOnlyList<string> Skipped => skipped;

    /// <summary>
    /// The same set, with the earlier object wherever a key has not changed: the platform then need not read it again, and whoever
    /// remembers a key knows it by reference.
    /// </summary>
    public KeySet Keeping(KeySet earlier) =>
        new([.. keys.Select(key => earlier.Keys.FirstOrDefault(key.IsSameAs) ?? key)], skipped);

    /// <summary>
    /// The key that the header means: the one of that id, or, where the token names none, the only one that fits.
    /// </summary>
    public VerificationKey? Find(string? keyId, JwsAlgorithm algorithm)
    {
        VerificationKey? found = null;
        foreach (VerificationKey key in keys)
        {
            if (keyId is not null && key.Id == keyId)
            {
                return key;
            }

            if (keyId is null && key.Fits(algorithm))
            {
                if (found is not null)
                {
                    return null;
                }

                found = key;
            }
        }

        return found;
    }
}
