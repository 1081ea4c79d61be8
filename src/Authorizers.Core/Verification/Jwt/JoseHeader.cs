using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// The header parameters that matter (RFC 7515 section 4.1). Those that carry keys or addresses of keys are never read.
/// </summary>
internal sealed class JoseHeader
{
    private const int MaxKeyIdLength = 256;

    private static volatile RememberedHeader? _last;

    private JoseHeader(JwsAlgorithm algorithm, string? keyId, string? type) => (Algorithm, KeyId, Type) = (algorithm, keyId, type);

    /// <summary>"alg": a row of the table, not yet one that the issuer allows.</summary>
    public JwsAlgorithm Algorithm { get; }

    /// <summary>"kid": a name to look up among keys we hold, never a path or an address.</summary>
    public string? KeyId { get; }

    /// <summary>"typ", as the token spells it.</summary>
    public string? Type { get; }

    /// <summary>Tokens signed by one key share their header to the letter, so the last good one is remembered.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> json, [NotNullWhen(true)] out JoseHeader? header, [NotNullWhen(false)] out Rejection? rejection)
    {
        if (_last is { } last && json.Span.SequenceEqual(last.Json))
        {
            (header, rejection) = (last.Header, null);
            return true;
        }

        using JsonDocument? document = StrictJson.ParseObject(json);
        header = null;
        rejection = document is null ? Rejection.HeaderMalformed : TryRead(document.RootElement, out header);
        if (rejection is null)
        {
            _last = new RememberedHeader(json.ToArray(), header!);
        }

        return rejection is null;
    }

    private static Rejection? TryRead(JsonElement members, out JoseHeader? header)
    {
        header = null;
        if (!IsTextOrAbsent(members, "alg"u8, out string? algorithmName) || algorithmName is null
            || !IsTextOrAbsent(members, "kid"u8, out string? keyId) || keyId?.Length > MaxKeyIdLength
            || !IsTextOrAbsent(members, "typ"u8, out string? type))
        {
            return Rejection.HeaderMalformed;
        }

        if (JwsAlgorithm.Find(algorithmName) is not { } algorithm)
        {
            return Rejection.AlgorithmNotAllowed;
        }

        // No extension is understood, so each one named critical must be refused (RFC 7515 section 4.1.11), "b64" (RFC 7797) with them.
        if (members.TryGetProperty("crit"u8, out _) || members.TryGetProperty("b64"u8, out _))
        {
            return Rejection.CriticalParameter;
        }

        if (members.TryGetProperty("zip"u8, out _))
        {
            return Rejection.TokenCompressed;
        }

        header = new JoseHeader(algorithm, keyId, type);
        return null;
    }

    private static bool IsTextOrAbsent(JsonElement members, ReadOnlySpan<byte> name, out string? text)
    {
        bool present = members.TryGetProperty(name, out JsonElement value);
        text = present && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return !present || text is not null;
    }

    private sealed record RememberedHeader(byte[] Json, JoseHeader Header);
}
