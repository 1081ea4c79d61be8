using System.Text;
using System.Text.Json;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// What a genuine token must say to be accepted here. The order is a contract: the first failure is the one reported.
/// </summary>
internal static class ClaimChecks
{
    private static readonly byte[][] ClientClaims = [.. new[] { "client_id", "azp", "appid", "cid" }.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Null when all hold.</summary>
    public static Rejection? FirstFailure(
        VerifiedClaims claims, JoseHeader header, IssuerConfiguration issuer, TimeSpan clockSkew, DateTimeOffset now) =>
        Lifetime(claims, clockSkew, now)
        ?? Audience(claims, issuer)
        ?? Client(claims, issuer)
        ?? Type(header, issuer)
        ?? Binding(claims);

    /// <summary>
    /// "exp" is the first moment the token is no longer good (RFC 7519 section 4.1.4) and is required; "nbf" the first it is
    /// good. A
    /// token issued in the future is refused too, as API Gateway's own JWT authorizer does.
    /// </summary>
    private static Rejection? Lifetime(VerifiedClaims claims, TimeSpan skew, DateTimeOffset now)
    {
        if (!claims.TryGetDate("exp"u8, out DateTimeOffset? expires))
        {
            return Rejection.ClaimInvalid("exp");
        }

        if (expires is null)
        {
            return Rejection.ClaimMissing("exp");
        }

        // Not "expires + skew": a token that expires with the calendar, as some are made to, would overflow it.
        if (now - skew >= expires)
        {
            return Rejection.TokenExpired;
        }

        return !claims.TryGetDate("nbf"u8, out DateTimeOffset? notBefore) ? Rejection.ClaimInvalid("nbf")
            : notBefore > now + skew ? Rejection.TokenNotYetValid
            : !claims.TryGetDate("iat"u8, out DateTimeOffset? issuedAt) ? Rejection.ClaimInvalid("iat")
            : issuedAt > now + skew ? Rejection.TokenFromFuture
            : null;
    }

    /// <summary>
    /// One of the configured audiences must be in "aud" (RFC 7519 section 4.1.3). Where a provider sends none, as Cognito
    /// does in access
    /// tokens, one of them must be the "client_id".
    /// </summary>
    private static Rejection? Audience(VerifiedClaims claims, IssuerConfiguration issuer)
    {
        if (claims.TryGet("aud"u8, out JsonElement audience))
        {
            return !IsTextOrTexts(audience) ? Rejection.ClaimInvalid("aud")
                : issuer.AnyAudience || AnyIn(audience, issuer.Audiences) ? null
                : Rejection.AudienceMismatch;
        }

        bool meantForUs = issuer.AnyAudience
            || (claims.TryGet("client_id"u8, out JsonElement client) && IsOneOf(client, issuer.Audiences));
        return meantForUs ? null : Rejection.AudienceMismatch;
    }

    /// <summary>
    /// Providers disagree about the claim's name; whichever of them a token has must name an accepted client, and it needs
    /// one.
    /// </summary>
    private static Rejection? Client(VerifiedClaims claims, IssuerConfiguration issuer)
    {
        if (issuer.ClientIds.Count == 0)
        {
            return null;
        }

        bool named = false;
        foreach (byte[] name in ClientClaims)
        {
            if (claims.TryGet(name, out JsonElement client))
            {
                named = true;
                if (!IsOneOf(client, issuer.ClientIds))
                {
                    return Rejection.ClientMismatch;
                }
            }
        }

        return named ? null : Rejection.ClientMismatch;
    }

    private static Rejection? Type(JoseHeader header, IssuerConfiguration issuer) =>
        issuer.TokenTypes.Count == 0
        || (header.Type is not null && issuer.TokenTypes.Any(accepted => MediaType.AreEqual(accepted, header.Type)))
            ? null
            : Rejection.TypeMismatch;

    /// <summary>
    /// A token bound to a key or certificate (RFC 7800) is worth nothing without the proof, which a TOKEN event cannot
    /// carry.
    /// </summary>
    private static Rejection? Binding(VerifiedClaims claims) => claims.TryGet("cnf"u8, out _) ? Rejection.BindingMissing : null;

    private static bool IsTextOrTexts(JsonElement value) =>
        value.ValueKind == JsonValueKind.String
        || (value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() > 0
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String));

    private static bool AnyIn(JsonElement textOrTexts, IReadOnlyList<string> accepted) =>
        textOrTexts.ValueKind == JsonValueKind.String
            ? IsOneOf(textOrTexts, accepted)
            : textOrTexts.EnumerateArray().Any(item => IsOneOf(item, accepted));

    private static bool IsOneOf(JsonElement value, IReadOnlyList<string> accepted)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        foreach (string candidate in accepted)
        {
            if (value.ValueEquals(candidate))
            {
                return true;
            }
        }

        return false;
    }
}
