using System.Security.Cryptography;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>A private key on one of the curves of the algorithm table, which leaves it one algorithm.</summary>
internal sealed class EcdsaClientKey(JwsAlgorithm algorithm, ECParameters parameters) : ClientKey
{
    private readonly KeyHandles<ECDsa> _handles = new(() => ECDsa.Create(parameters));

    public override JwsAlgorithm DefaultAlgorithm => algorithm;

    /// <summary>Null when the text holds no such key.</summary>
    public static EcdsaClientKey? Read(string pem)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            ECParameters parameters = key.ExportParameters(includePrivateParameters: true);
            return parameters.Curve.IsNamed && Algorithm(parameters.Curve.Oid.Value) is { } algorithm
                ? new EcdsaClientKey(algorithm, parameters)
                : null;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    public override bool Fits(JwsAlgorithm other) => other == algorithm;

    /// <summary>Two numbers of fixed length side by side (RFC 7518 section 3.4).</summary>
    public override byte[] Sign(JwsAlgorithm _, byte[] signingInput)
    {
        ECDsa handle = _handles.Borrow();
        try
        {
            return handle.SignData(signingInput, algorithm.Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        finally
        {
            _handles.Return(handle);
        }
    }

    private static JwsAlgorithm? Algorithm(string? curve) =>
        JwsAlgorithm.All.FirstOrDefault(row => row.Curve is not null && row.Curve.Parameters.Oid.Value == curve);
}
