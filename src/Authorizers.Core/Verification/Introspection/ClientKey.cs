using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Verification.Introspection;

/// <summary>A private key of ours, by which an issuer knows us. It may sign on many threads at the same time.</summary>
internal abstract class ClientKey
{
    /// <summary>What it signs with when the configuration names nothing.</summary>
    public abstract JwsAlgorithm DefaultAlgorithm { get; }

    public abstract bool Fits(JwsAlgorithm algorithm);

    public abstract byte[] Sign(JwsAlgorithm algorithm, byte[] signingInput);
}
