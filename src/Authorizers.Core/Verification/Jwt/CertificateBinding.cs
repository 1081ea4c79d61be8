using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Authorizers.Core.Events;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// A token bound to a certificate (RFC 8705 section 3.1): "cnf" has the SHA-256 of the certificate with which its holder must
/// have opened the connection.
/// </summary>
internal sealed class CertificateBinding
{
    private readonly byte[] _thumbprint;

    private CertificateBinding(byte[] thumbprint) => _thumbprint = thumbprint;

    /// <summary>
    /// Null when the claims bind the token to nothing, or to the certificate presented. A binding of any other kind (RFC 7800)
    /// asks for a proof that no event carries, whatever else "cnf" says.
    /// </summary>
    /// <param name="claims">Of the token.</param>
    /// <param name="presented">By the client; null when it presented none.</param>
    /// <param name="binding">Null when there is none.</param>
    public static Rejection? FirstFailure(VerifiedClaims claims, ClientCertificate? presented, out CertificateBinding? binding)
    {
        binding = null;
        if (!claims.TryGet("cnf"u8, out JsonElement confirmation))
        {
            return null;
        }

        if (confirmation.ValueKind != JsonValueKind.Object
            || confirmation.GetPropertyCount() != 1
            || !confirmation.TryGetProperty("x5t#S256"u8, out JsonElement thumbprint))
        {
            return Rejection.BindingMissing;
        }

        binding = Read(thumbprint);
        return binding is not null ? binding.FirstFailure(presented)
            : presented is null ? Rejection.BindingMissing
            : Rejection.BindingMismatch;
    }

    /// <summary>Null when the certificate presented is the one. Takes as long for one that is nearly it.</summary>
    public Rejection? FirstFailure(ClientCertificate? presented)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return presented is null ? Rejection.BindingMissing
            : presented.TryHash(hash) && CryptographicOperations.FixedTimeEquals(hash, _thumbprint) ? null
            : Rejection.BindingMismatch;
    }

    private static CertificateBinding? Read(JsonElement thumbprint)
    {
        byte[] hash = new byte[SHA256.HashSizeInBytes];
        return thumbprint.ValueKind == JsonValueKind.String
            && Base64UrlText.TryDecode(Encoding.UTF8.GetBytes(thumbprint.GetString()!), hash)
            ? new CertificateBinding(hash)
            : null;
    }
}
