using System.Text.Json;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Claims that the issuer vouches for: by a signature that holds, or by its own answer to the question about a token. Only
/// <see cref="UnverifiedJwt.TryVerify"/> and <see cref="Introspection.IntrospectionAnswer"/> make one. It may read from borrowed
/// memory and so cannot be stored.
/// </summary>
internal readonly ref struct VerifiedClaims(JsonElement members)
{
    private const double LatestDate = 253_402_300_799;

    public bool TryGet(ClaimName name, out JsonElement value) => name.TryFind(members, out value);

    public bool TryGet(ReadOnlySpan<byte> registeredName, out JsonElement value) => members.TryGetProperty(registeredName, out value);

    /// <summary>
    /// Reads a NumericDate (RFC 7519 section 2), integral or fractional, from 1970 to 9999.
    /// </summary>
    /// <param name="name">The registered name.</param>
    /// <param name="date">Null when the claim is absent.</param>
    /// <returns>False when the claim is there and is no such number.</returns>
    public bool TryGetDate(ReadOnlySpan<byte> name, out DateTimeOffset? date)
    {
        date = null;
        if (!members.TryGetProperty(name, out JsonElement value))
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double seconds) || seconds is not (>= 0 and <= LatestDate))
        {
            return false;
        }

        date = DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(seconds);
        return true;
    }
}
