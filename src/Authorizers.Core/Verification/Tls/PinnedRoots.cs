using System.Security.Cryptography.X509Certificates;

namespace Authorizers.Core.Verification.Tls;

/// <summary>The few roots that the issuers' certificates are expected to end in.</summary>
/// <param name="Path">The PEM file, absolute.</param>
/// <param name="Certificates">What it holds; empty when it has not been read.</param>
internal sealed record PinnedRoots(string Path, X509Certificate2Collection Certificates);
