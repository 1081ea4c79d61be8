using System.Security.Cryptography.X509Certificates;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Tls;

/// <summary>
/// The certificates that the system itself trusts. They are read when they are asked for, and once: that is what takes the
/// time which pinned roots save.
/// </summary>
internal sealed class SystemRoots
{
    public const string FileVariable = "SSL_CERT_FILE";
    public const string FolderVariable = "SSL_CERT_DIR";

    /// <summary>Where distributions keep all in one file: Amazon Linux and its kin first, then Debian, SUSE and Alpine.</summary>
    private static readonly string[] Bundles =
    [
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/etc/pki/tls/certs/ca-bundle.crt",
        "/etc/ssl/certs/ca-certificates.crt",
        "/etc/ssl/ca-bundle.pem",
        "/etc/ssl/cert.pem",
    ];

    private static readonly EnumerationOptions WhatCanBeRead =
        new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    private readonly Lazy<X509Certificate2Collection> _certificates;

    /// <param name="variable">The environment as it was before the process was pointed elsewhere.</param>
    public SystemRoots(Func<string, string?> variable)
    {
        (string? file, string? folders) = (variable(FileVariable), variable(FolderVariable));
        _certificates = new(() => Read(Files(file, folders)));
    }

    public X509Certificate2Collection Certificates => _certificates.Value;

    /// <summary>As OpenSSL has it: the file and the folders, and for either that is not set its own default.</summary>
    private static IEnumerable<string> Files(string? file, string? folders)
    {
        IEnumerable<string> inFolders = (folders ?? "").Split(Path.PathSeparator)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", WhatCanBeRead));
        IEnumerable<string> usual = Bundles.Where(File.Exists).Take(file is null || folders is null ? 1 : 0);
        return File.Exists(file) ? [file, .. inFolders, .. usual] : [.. inFolders, .. usual];
    }

    private static X509Certificate2Collection Read(IEnumerable<string> files)
    {
        X509Certificate2Collection all = [];
        foreach (string file in files)
        {
            if (FileText.TryRead(file, out string text))
            {
                all.AddRange(PemCertificates.Read(text, out _));
            }
        }

        return all;
    }
}
