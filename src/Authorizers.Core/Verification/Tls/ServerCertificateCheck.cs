using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Authorizers.Core.Verification.Tls;

/// <summary>
/// Decides about the certificate of a server, after the platform has looked for a way from it to a pinned root. Where only
/// the root is at fault, the chain is built once more, from the system's certificates, and must then be wholly good: a root
/// that an issuer has changed costs time, and one that nobody knows is refused.
/// </summary>
internal sealed class ServerCertificateCheck(SystemRoots system, Action<string> warn)
{
    /// <summary>The extended key usage id-kp-serverAuth (RFC 5280 section 4.2.1.12).</summary>
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>What is wrong with a chain whose root was changed; the old root may have expired by then.</summary>
    private const X509ChainStatusFlags RootFaults =
        X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotTimeValid;

    private int _warned;

    /// <summary>Nothing is downloaded for a chain: what a server does not send is missing.</summary>
    public static X509ChainPolicy Policy() => new()
    {
        RevocationMode = X509RevocationMode.NoCheck,
        DisableCertificateDownloads = true,
        ApplicationPolicy = { new Oid(ServerAuthentication) },
    };

    /// <summary>A <see cref="RemoteCertificateValidationCallback"/>.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors
            || certificate is not X509Certificate2 leaf
            || chain is null
            || !chain.ChainStatus.All(fault => RootFaults.HasFlag(fault.Status)))
        {
            return false;
        }

        bool isTrusted = IsTrustedBySystem(leaf, chain.ChainPolicy.ExtraStore);
        if (Interlocked.Exchange(ref _warned, 1) == 0)
        {
            string host = (sender as SslStream)?.TargetHostName ?? "an issuer";
            warn(isTrusted
                ? $"The certificate of {host} ends in no root of caFile, but in one that the system trusts. To look for that one "
                    + "takes time at each start: pin the roots anew."
                : $"The certificate of {host} ends neither in a root of caFile nor in one that the system trusts.");
        }

        return isTrusted;
    }

    private bool IsTrustedBySystem(X509Certificate2 leaf, X509Certificate2Collection intermediates)
    {
        using var chain = new X509Chain { ChainPolicy = Policy() };
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(system.Certificates);
        chain.ChainPolicy.ExtraStore.AddRange(intermediates);
        return chain.Build(leaf);
    }
}
