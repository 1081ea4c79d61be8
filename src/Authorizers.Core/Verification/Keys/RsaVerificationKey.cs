using System.Security.Cryptography;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// A JWK of "kty" RSA. The platform reads it when a token first needs it, since that takes longer than all else at start.
/// </summary>
internal sealed class RsaVerificationKey(string? id, JwsAlgorithm? onlyAlgorithm, RSAParameters parameters)
    : VerificationKey(id, onlyAlgorithm)
{
    private readonly RSAParameters _parameters = parameters;
    private readonly KeyHandles<RSA> _handles = new(() => RSA.Create(parameters));
    private readonly int _signatureLength = parameters.Modulus.AsSpan().TrimStart((byte)0).Length;

    protected override bool HasMaterialOf(VerificationKey other) =>
        other is RsaVerificationKey { _parameters: var theirs }
        && theirs.Modulus.AsSpan().SequenceEqual(_parameters.Modulus)
        && theirs.Exponent.AsSpan().SequenceEqual(_parameters.Exponent);

    protected override bool IsKindOf(JwsAlgorithm algorithm) => algorithm.Padding is not null;

    /// <summary>
    /// A signature is as long as the modulus (RFC 8017 sections 8.1.2 and 8.2.2). With PSS the platform takes one without its
    /// leading zeros too, which would be a second spelling of the same token.
    /// </summary>
    protected override bool VerifySignature(JwsAlgorithm algorithm, ReadOnlySpan<byte> signingInput, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != _signatureLength)
        {
            return false;
        }

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
