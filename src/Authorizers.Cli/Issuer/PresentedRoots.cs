using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.Cli.Issuer;

/// <summary>
/// Keeps the roots of the chains that this machine trusts. Chains are built as a function with pinned roots builds them, so
/// that a server which such a function could not trust is found out here.
/// </summary>
internal sealed class PresentedRoots
{
    /// <summary>For one server and what leads to it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly List<X509Certificate2> _certificates = [];

    public SslClientAuthenticationOptions Tls => new()
    {
        CertificateChainPolicy = ServerCertificateCheck.Policy(),
        RemoteCertificateValidationCallback = (_, _, chain, errors) => Accept(chain, errors),
    };

    public IReadOnlyList<X509Certificate2> Certificates
    {
        get
        {
            lock (_gate)
            {
                return [.. _certificates];
            }
        }
    }

    /// <summary>What was wrong with the certificate that was refused last; null when none was.</summary>
    public string? Refusal { get; private set; }

    private bool Accept(X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.None || chain is null)
        {
            IEnumerable<X509ChainStatusFlags> faults = chain?.ChainStatus.Select(fault => fault.Status) ?? [];
            Refusal = $"The server's certificate is not trusted here: {errors} {string.Join(", ", faults)}".TrimEnd() + ".";
            return false;
        }

        lock (_gate)
        {
            // The chain goes when the handshake is over, and its certificates with it.
            _certificates.Add(X509CertificateLoader.LoadCertificate(chain.ChainElements[^1].Certificate.RawData));
        }

        return true;
    }
}
