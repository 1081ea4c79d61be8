using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Keys;

/// <summary>Where an issuer's keys come from.</summary>
internal interface IKeySource
{
    /// <summary>Gets the keys if they are not at hand.</summary>
    /// <exception cref="OutageException">They cannot be had.</exception>
    Task PrepareAsync(Deadline deadline);

    /// <summary>The key that a header means; null when the issuer has none such.</summary>
    /// <exception cref="OutageException">It cannot be known now.</exception>
    ValueTask<VerificationKey?> FindAsync(JoseHeader header, Deadline deadline);

    /// <summary>
    /// The key that a header means after all, when the one found did not make the signature, or could not; null when there is no other.
    /// </summary>
    /// <exception cref="OutageException">It cannot be known now.</exception>
    ValueTask<VerificationKey?> FindAnotherAsync(JoseHeader header, VerificationKey refuted, Deadline deadline);
}
