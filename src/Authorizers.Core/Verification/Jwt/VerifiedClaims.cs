using System.Text.Json;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Claims that the issuer vouches for: by a signature that holds, or by its own answer to the question about a token. Only
/// <see cref="UnverifiedJwt.TryVerify"/> and <see cref="Introspection.IntrospectionAnswer"/> make one. It may read from borrowed
/// memory and so cannot be stored.
/// </summary>
internal readonly ref struct VerifiedClaims(JsonElement members)
{
    public bool TryGet(ClaimName name, out JsonElement value) => name.TryFind(members, out value);

    public bool TryGet(ReadOnlySpan<byte> registeredName, out JsonElement value) => members.TryGetProperty(registeredName, out value);

    /// <summary>Reads a <see cref="NumericDate"/>.</summary>
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

        bool good = NumericDate.TryRead(value, out DateTimeOffset read);
        date = good ? read : null;
        return good;
    }
}
