using System.Security.Cryptography;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Keys;

/// <summary>A JWK of "kty" RSA. The platform reads it when a token first needs it, since that takes longer than all else at start.</summary>
internal sealed class RsaVerificationKey(string? id, JwsAlgorithm? onlyAlgorithm, RSAParameters parameters)
    : VerificationKey(id, onlyAlgorithm)
{
    private readonly KeyHandles<RSA> _handles = new(() => RSA.Create(parameters));

    protected override bool IsKindOf(JwsAlgorithm algorithm) => algorithm.Padding is not null;

    protected override bool VerifySignature(JwsAlgorithm algorithm, ReadOnlySpan<byte> signingInput, ReadOnlySpan<byte> signature)
    {
        RSA handle = _handles.Borrow();
        try
        {
            return handle.VerifyData(signingInput, signature, algorithm.Hash, algorithm.Padding!);
        }
        finally
        {
            _handles.Return(handle);
        }
    }
}
