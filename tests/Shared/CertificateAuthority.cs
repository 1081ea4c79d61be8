using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Authorizers.Tests.Shared;

/// <summary>A certification authority made for one run: a root, or one that another authority has certified.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private static readonly DateTimeOffset Beginning = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key;

    private CertificateAuthority(X509Certificate2 certificate, ECDsa key) => (Certificate, _key) = (certificate, key);

    /// <summary>A moment at which every certificate of today was good, and after which the expired ones end.</summary>
    public static DateTimeOffset LongAgo { get; } = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Without the private key.</summary>
    public X509Certificate2 Certificate { get; }

    public string Pem => Certificate.ExportCertificatePem() + "\n";

    public static CertificateAuthority Root(string name) => new Request(name).SelfSigned(End);

    /// <summary>The same name and a copy of the key, in a certificate of another time.</summary>
    public CertificateAuthority Until(DateTimeOffset end) =>
        new Request(Certificate.Subject["CN=".Length..], ECDsa.Create(_key.ExportParameters(true))).SelfSigned(end);

    /// <summary>An authority of that name, certified by this one.</summary>
    public CertificateAuthority Intermediate(string name)
    {
        var request = new Request(name);
        return new CertificateAuthority(Sign(request.ForAuthority(), End), request.Key);
    }

    /// <summary>A server that has a certificate of this authority and issues certificates, which it must not.</summary>
    public CertificateAuthority Server(string name)
    {
        var request = new Request(name);
        return new CertificateAuthority(Sign(request.ForServer(ServerAuthentication, "127.0.0.1"), End), request.Key);
    }

    /// <summary>A server's certificate that no authority has signed.</summary>
    public static X509Certificate2 SelfSignedServer() =>
        new Request("server").ForServer(ServerAuthentication, "127.0.0.1").CreateSelfSigned(Beginning, End);

    /// <summary>A server's certificate, with its private key.</summary>
    /// <param name="address">The server's, of the internet protocol.</param>
    /// <param name="end">When it expires; in the year 2100 when nothing is said.</param>
    /// <param name="usage">Its extended key usage.</param>
    /// <param name="download">Where this authority's own certificate can be had, as the certificate says.</param>
    public X509Certificate2 Issue(
        string address = "127.0.0.1", DateTimeOffset? end = null, string usage = ServerAuthentication, string? download = null)
    {
        var request = new Request("server");
        CertificateRequest forServer = request.ForServer(usage, address);
        if (download is not null)
        {
            forServer.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [download]));
        }

        using X509Certificate2 certificate = Sign(forServer, end ?? End);
        return certificate.CopyWithPrivateKey(request.Key);
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 Sign(CertificateRequest request, DateTimeOffset end) => request.Create(
        Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(_key), Beginning, end, RandomNumberGenerator.GetBytes(8));

    private sealed class Request(string name, ECDsa? key = null)
    {
        public ECDsa Key { get; } = key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public CertificateRequest ForAuthority()
        {
            var request = new CertificateRequest($"CN={name}", Key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
            return request;
        }

        public CertificateRequest ForServer(string usage, string address)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Parse(address));
            var request = new CertificateRequest($"CN={name}", Key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
            request.CertificateExtensions.Add(names.Build());
            return request;
        }

        public CertificateAuthority SelfSigned(DateTimeOffset end)
        {
            using X509Certificate2 withKey = ForAuthority().CreateSelfSigned(Beginning, end);
            return new CertificateAuthority(X509CertificateLoader.LoadCertificate(withKey.RawData), Key);
        }
    }
}
