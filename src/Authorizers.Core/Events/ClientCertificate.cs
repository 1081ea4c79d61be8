using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Authorizers.Core.Events;

/// <summary>The certificate of the caller's TLS connection, which API Gateway has checked against its trust store.</summary>
/// <param name="pem">As the event has it, in UTF-8 (RFC 7468); valid until the invocation ends.</param>
public sealed class ClientCertificate(ReadOnlyMemory<byte> pem)
{
    private const string Label = "CERTIFICATE";

    /// <summary>Writes the SHA-256 of the certificate's DER, 32 bytes; false when the text is no certificate.</summary>
    public bool TryHash(Span<byte> destination)
    {
        ReadOnlySpan<char> text = Encoding.UTF8.GetString(pem.Span);
        if (!PemEncoding.TryFind(text, out PemFields block) || !text[block.Label].SequenceEqual(Label))
        {
            return false;
        }

        byte[] der = ArrayPool<byte>.Shared.Rent(block.DecodedDataLength);
        bool decoded = Convert.TryFromBase64Chars(text[block.Base64Data], der, out int length);
        if (decoded)
        {
            SHA256.HashData(der.AsSpan(0, length), destination);
        }

        ArrayPool<byte>.Shared.Return(der);
        return decoded;
    }

    /// <summary>The SHA-256 of the certificate's DER in lower-case hexadecimal; null when the text is no certificate.</summary>
    public string? Thumbprint()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return TryHash(hash) ? Convert.ToHexStringLower(hash) : null;
    }
}
