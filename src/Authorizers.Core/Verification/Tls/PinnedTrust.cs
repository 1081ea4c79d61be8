using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Tls;

/// <summary>
/// Trust in issuers' servers by the few roots of <c>caFile</c>. The system's own roots, which take tens of milliseconds to
/// parse, are asked only about a certificate that ends in none of the few.
/// </summary>
public sealed class PinnedTrust
{
    internal PinnedTrust(SystemRoots system, Action<string> warn) => Tls = new()
    {
        CertificateChainPolicy = ServerCertificateCheck.Policy(),
        RemoteCertificateValidationCallback = new ServerCertificateCheck(system, warn).Accept,
    };

    internal SslClientAuthenticationOptions Tls { get; }

    /// <summary>For any client of the process: nothing is downloaded for a chain.</summary>
    /// <param name="trust">Null for the system's own trust in servers.</param>
    public static SslClientAuthenticationOptions TlsOf(PinnedTrust? trust) =>
        trust?.Tls ?? new() { CertificateChainPolicy = ServerCertificateCheck.Policy() };

    /// <summary>Points the process to the pinned roots, which must come before its first use of TLS.</summary>
    /// <param name="configuration">From <see cref="ConfigurationFile.Load"/>.</param>
    /// <param name="variable">An environment variable by name: where the system's own roots are.</param>
    /// <param name="clock">Tells which roots have expired.</param>
    /// <param name="warn">Takes a line for the operator.</param>
    /// <returns>Null when the configuration pins nothing: the system's roots are then the only ones.</returns>
    public static PinnedTrust? Establish(
        AuthorizerConfiguration configuration, Func<string, string?> variable, TimeProvider clock, Action<string> warn)
    {
        if (configuration.PinnedRoots is not { } roots)
        {
            return null;
        }

        foreach (X509Certificate2 root in roots.Certificates)
        {
            DateTimeOffset end = new(root.NotAfter);
            if (end < clock.GetUtcNow())
            {
                warn($"The root {root.Subject} of caFile expired at {end.UtcDateTime:u}: pin the roots anew.");
            }
        }

        var system = new SystemRoots(variable);
        ProcessTrust.PointTo(roots.Path);
        return new PinnedTrust(system, warn);
    }
}
