using System.Security.Cryptography.X509Certificates;
using Authorizers.Core.Verification.Tls;

namespace Authorizers.Core.Configuration;

/// <summary>Reads the roots that <c>caFile</c> names.</summary>
internal static class CaFileReader
{
    /// <summary>More than the issuers of one file have; a whole system's store is a mistake.</summary>
    public const int MaxCertificates = 20;

    /// <summary>Null when no file is named; a problem when it holds anything but a few roots.</summary>
    public static PinnedRoots? Read(ConfigurationMembers members)
    {
        if (!members.TryGet("caFile", out ConfigurationNode? node) || members.Path("caFile") is not { } path)
        {
            return null;
        }

        X509Certificate2Collection certificates = [];
        if (node.ReadsFiles)
        {
            if (!FileText.TryRead(path, out string text))
            {
                node.Problem("names a file that cannot be read");
            }
            else if (Problem(text, out certificates) is { } problem)
            {
                node.Problem($"names a file {problem}");
            }
        }

        return new PinnedRoots(path, certificates);
    }

    /// <summary>Null when the text is a few roots, else what is wrong with a file of it.</summary>
    public static string? Problem(string text, out X509Certificate2Collection certificates)
    {
        certificates = PemCertificates.Read(text, out int others);
        int stranger = certificates.ToList().FindIndex(certificate => !IsRoot(certificate));
        return others > 0 ? "that holds something else than certificates, or a damaged one"
            : certificates.Count == 0 ? "without a certificate in PEM"
            : certificates.Count > MaxCertificates
                ? $"with more than {MaxCertificates} certificates; name the few roots that the issuers' chains end in"
            : stranger >= 0 ? $"whose certificate {stranger + 1} is no root, that is, a CA's certificate issued by itself"
            : null;
    }

    /// <summary>The platform takes a certificate of another issuer for an intermediate, which vouches for nothing.</summary>
    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
        && certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);
}
