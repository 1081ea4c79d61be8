using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Authorizers.Core.Verification.Tls;

/// <summary>Certificates as PEM text; whatever stands between them is a remark (RFC 7468 section 5.2).</summary>
internal static class PemCertificates
{
    private const string Opening = "-----BEGIN ";
    private const string Label = "CERTIFICATE";

    /// <param name="text">Of the file.</param>
    /// <param name="others">How many blocks are damaged or hold something else.</param>
    public static X509Certificate2Collection Read(ReadOnlySpan<char> text, out int others)
    {
        X509Certificate2Collection certificates = [];
        int blocks = text.Count(Opening);
        while (PemEncoding.TryFind(text, out PemFields block))
        {
            bool isCertificate = text[block.Label].SequenceEqual(Label);
            if (isCertificate && Load(text[block.Base64Data], block.DecodedDataLength) is { } certificate)
            {
                certificates.Add(certificate);
            }

            text = text[block.Location.End..];
        }

        others = blocks - certificates.Count;
        return certificates;
    }

    private static X509Certificate2? Load(ReadOnlySpan<char> base64, int length)
    {
        byte[] data = new byte[length];
        try
        {
            return Convert.TryFromBase64Chars(base64, data, out _) ? X509CertificateLoader.LoadCertificate(data) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
