using System.Security.Cryptography;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Keys;

/// <summary>A JWK of "kty" EC.</summary>
internal sealed class EcdsaVerificationKey(string? id, JwsAlgorithm? onlyAlgorithm, EllipticCurve curve, ECPoint point)
    : VerificationKey(id, onlyAlgorithm)
{
    private readonly EllipticCurve _curve = curve;
    private readonly ECPoint _point = point;
    private readonly KeyHandles<ECDsa> _handles = new(() => ECDsa.Create(new ECParameters { Curve = curve.Parameters, Q = point }));

    /// <summary>Makes the platform read the point now, which is the only way to learn that it lies on its curve.</summary>
    /// <exception cref="CryptographicException">It does not.</exception>
    public void Import() => _handles.Return(_handles.Borrow());

    protected override bool HasMaterialOf(VerificationKey other) =>
        other is EcdsaVerificationKey { _curve: var curve, _point: var point }
        && curve == _curve
        && point.X.AsSpan().SequenceEqual(_point.X)
        && point.Y.AsSpan().SequenceEqual(_point.Y);

    protected override bool IsKindOf(JwsAlgorithm algorithm) => algorithm.Curve == _curve;

    /// <summary>
    /// A JWS signature is two numbers of fixed length side by side (RFC 7518 section 3.4); DER has another length.
    /// </summary>
    protected override bool VerifySignature(JwsAlgorithm algorithm, ReadOnlySpan<byte> signingInput, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 2 * _curve.CoordinateLength)
        {
            return false;
        }

        ECDsa handle = _handles.Borrow();
        try
        {
            return handle.VerifyData(signingInput, signature, algorithm.Hash);
        }
        finally
        {
            _handles.Return(handle);
        }
    }
}
