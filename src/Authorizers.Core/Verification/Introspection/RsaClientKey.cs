using System.Security.Cryptography;
using Authorizers.Core.Verification.Jwt;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>An RSA private key within the limits that issuers' keys are held to.</summary>
internal sealed class RsaClientKey(RSAParameters parameters) : ClientKey
{
    private readonly KeyHandles<RSA> _handles = new(() => RSA.Create(parameters));

    public override JwsAlgorithm DefaultAlgorithm { get; } = JwsAlgorithm.Find("RS256")!;

    /// <summary>Null when the text holds no such key.</summary>
    public static RsaClientKey? Read(string pem)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            RSAParameters parameters = key.ExportParameters(includePrivateParameters: true);
            return RsaLimits.Refusal(parameters.Modulus, parameters.Exponent) is null ? new RsaClientKey(parameters) : null;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    public override bool Fits(JwsAlgorithm algorithm) => algorithm.Padding is not null;

    public override byte[] Sign(JwsAlgorithm algorithm, byte[] signingInput)
    {
        RSA handle = _handles.Borrow();
        try
        {
            return handle.SignData(signingInput, algorithm.Hash, algorithm.Padding!);
        }
        finally
        {
            _handles.Return(handle);
        }
    }
}
