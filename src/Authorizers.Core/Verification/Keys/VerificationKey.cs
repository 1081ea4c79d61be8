using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Keys;

/// <summary>A public key and what it may verify.</summary>
/// <param name="id">The JWK's "kid"; null when it has none.</param>
/// <param name="onlyAlgorithm">The JWK's "alg"; null when it has none.</param>
internal abstract class VerificationKey(string? id, JwsAlgorithm? onlyAlgorithm)
{
    public string? Id => id;

    private JwsAlgorithm? OnlyAlgorithm => onlyAlgorithm;

    /// <summary>True when both the key's kind and its own "alg", if it has one, are the algorithm's.</summary>
    public bool Fits(JwsAlgorithm algorithm) =>
        IsKindOf(algorithm) && (onlyAlgorithm is null || onlyAlgorithm == algorithm);

    /// <summary>True only for a good signature with an algorithm that the key fits.</summary>
    public bool Verify(JwsAlgorithm algorithm, ReadOnlySpan<byte> signingInput, ReadOnlySpan<byte> signature) =>
        Fits(algorithm) && VerifySignature(algorithm, signingInput, signature);

    /// <summary>True when all that a JWK says of the two is equal: "kid", "alg" and the numbers.</summary>
    public bool IsSameAs(VerificationKey other) =>
        id == other.Id && onlyAlgorithm == other.OnlyAlgorithm && HasMaterialOf(other);

    protected abstract bool HasMaterialOf(VerificationKey other);

    protected abstract bool IsKindOf(JwsAlgorithm algorithm);

    protected abstract bool VerifySignature(
        JwsAlgorithm algorithm, ReadOnlySpan<byte> signingInput, ReadOnlySpan<byte> signature);
}
