using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// A JWT taken apart and not yet trusted: enough to find a key, and no claim to read but the issuer that it says it has. Its
/// buffers
/// are borrowed, so nothing of it outlives <see cref="Dispose"/>.
/// </summary>
internal sealed class UnverifiedJwt : IDisposable
{
    /// <summary>In bytes. API Gateway carries 10,240 bytes of headers in all.</summary>
    public const int MaxLength = 8192;

    private readonly ReadOnlyMemory<byte> _signingInput;
    private readonly ReadOnlyMemory<byte> _signature;
    private readonly JsonDocument _claims;
    private readonly byte[] _buffer;

    private UnverifiedJwt(
        JoseHeader header, JsonDocument claims, ReadOnlyMemory<byte> signingInput, ReadOnlyMemory<byte> signature, byte[] buffer) =>
        (Header, _claims, _signingInput, _signature, _buffer) = (header, claims, signingInput, signature, buffer);

    public JoseHeader Header { get; }

    /// <summary>"iss" as the token says it: it chooses an entry of the configuration and proves nothing.</summary>
    public string? ClaimedIssuer =>
        _claims.RootElement.TryGetProperty("iss"u8, out JsonElement issuer) && issuer.ValueKind == JsonValueKind.String
            ? issuer.GetString()
            : null;

    /// <summary>Checks size, shape and header, in that order; the first failure is the rejection.</summary>
    public static bool TryParse(
        ReadOnlyMemory<byte> token, [NotNullWhen(true)] out UnverifiedJwt? jwt, [NotNullWhen(false)] out Rejection? rejection)
    {
        jwt = null;
        if (token.Length > MaxLength)
        {
            rejection = Rejection.TokenTooLarge;
            return false;
        }

        int dots = token.Span.Count((byte)'.');
        if (dots != 2)
        {
            rejection = dots == 4 ? Rejection.TokenEncrypted : Rejection.TokenMalformed;
            return false;
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(token.Length);
        rejection = TryDecode(token, buffer, out jwt);
        if (rejection is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return jwt is not null;
    }

    /// <summary>The only way to claims that can be trusted: a good signature by one of the issuer's own keys.</summary>
    public bool TryVerify(VerificationKey key, out VerifiedClaims claims)
    {
        bool genuine = key.Verify(Header.Algorithm, _signingInput.Span, _signature.Span);
        claims = genuine ? new VerifiedClaims(_claims.RootElement) : default;
        return genuine;
    }

    public void Dispose()
    {
        _claims.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private static Rejection? TryDecode(ReadOnlyMemory<byte> token, byte[] buffer, out UnverifiedJwt? jwt)
    {
        jwt = null;
        ReadOnlySpan<byte> text = token.Span;
        int first = text.IndexOf((byte)'.');
        int last = text.LastIndexOf((byte)'.');
        Memory<byte> rest = buffer;
        if (!TryDecode(text[..first], ref rest, out ReadOnlyMemory<byte> headerJson)
            || !TryDecode(text[(first + 1)..last], ref rest, out ReadOnlyMemory<byte> claimsJson)
            || !TryDecode(text[(last + 1)..], ref rest, out ReadOnlyMemory<byte> signature))
        {
            return Rejection.TokenMalformed;
        }

        if (!JoseHeader.TryRead(headerJson, out JoseHeader? header, out Rejection? rejection))
        {
            return rejection;
        }

        if (StrictJson.ParseObject(claimsJson) is not { } claims)
        {
            return Rejection.ClaimsMalformed;
        }

        jwt = new UnverifiedJwt(header, claims, token[..last], signature, buffer);
        return null;
    }

    private static bool TryDecode(ReadOnlySpan<byte> text, ref Memory<byte> rest, out ReadOnlyMemory<byte> bytes)
    {
        int length = Base64UrlText.DecodedLength(text.Length);
        bytes = rest[..length];
        bool decoded = length > 0 && Base64UrlText.TryDecode(text, rest.Span[..length]);
        rest = rest[length..];
        return decoded;
    }
}
