using System.Text;
using System.Text.Json;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// What must be said of a genuine token, by itself or by its issuer, to be accepted here. The order is a contract: the first
/// failure is the one reported.
/// </summary>
internal static class ClaimChecks
{
    private static readonly byte[][] ClientClaims = [.. new[] { "client_id", "azp", "appid", "cid" }.Select(Encoding.UTF8.GetBytes)];

    public static IReadOnlyList<ClaimCheck> InOrder { get; } =
    [
        new("exp", Expiry),
        new("nbf", NotBefore),
        new("iat", IssuedAt),
        new("aud", Audience),
        new("client", Client),
        new("typ", Type),
        new("use", TokenKind.FirstFailure),
        new("required claims", Required),
        new("cnf", Binding),
    ];

    /// <summary>An answer may also say whose the token is, and how it must be presented.</summary>
    private static readonly ClaimCheck[] InOrderOfAnswers = [new("iss", Issuer), .. InOrder, new("token_type", Presentation)];

    /// <summary>Null when all hold.</summary>
    public static Rejection? FirstFailure(in ClaimsUnderCheck token)
    {
        foreach (ClaimCheck check in token.IsAnswer ? InOrderOfAnswers : InOrder)
        {
            if (check.FirstFailure(token) is { } rejection)
            {
                return rejection;
            }
        }

        return null;
    }

    /// <summary>The times of a token that passed the checks.</summary>
    public static TokenLifetime Lifetime(VerifiedClaims claims)
    {
        claims.TryGetDate("exp"u8, out DateTimeOffset? expires);
        claims.TryGetDate("nbf"u8, out DateTimeOffset? notBefore);
        claims.TryGetDate("iat"u8, out DateTimeOffset? issuedAt);
        return new TokenLifetime(expires, notBefore, issuedAt);
    }

    /// <summary>
    /// RFC 7519 makes "exp" optional; here a token without an end is not accepted. Of an opaque one the issuer tells the end by
    /// its answer.
    /// </summary>
    private static Rejection? Expiry(in ClaimsUnderCheck token) =>
        !token.Claims.TryGetDate("exp"u8, out DateTimeOffset? expires) ? Rejection.ClaimInvalid("exp")
        : expires is null ? (token.IsAnswer ? null : Rejection.ClaimMissing("exp"))
        : new TokenLifetime(expires, null, null).HasExpired(token.ClockSkew, token.Now) ? Rejection.TokenExpired
        : null;

    private static Rejection? NotBefore(in ClaimsUnderCheck token) =>
        !token.Claims.TryGetDate("nbf"u8, out DateTimeOffset? notBefore) ? Rejection.ClaimInvalid("nbf")
        : new TokenLifetime(null, notBefore, null).IsTooEarly(token.ClockSkew, token.Now) ? Rejection.TokenNotYetValid
        : null;

    private static Rejection? IssuedAt(in ClaimsUnderCheck token)
    {
        if (!token.Claims.TryGetDate("iat"u8, out DateTimeOffset? issuedAt))
        {
            return Rejection.ClaimInvalid("iat");
        }

        var lifetime = new TokenLifetime(null, null, issuedAt);
        TimeSpan? maxAge = token.Issuer.MaxTokenAge;
        return maxAge is not null && issuedAt is null ? Rejection.ClaimMissing("iat")
            : lifetime.IsFromFuture(token.ClockSkew, token.Now) ? Rejection.TokenFromFuture
            : lifetime.IsTooOld(maxAge, token.ClockSkew, token.Now) ? Rejection.TokenTooOld
            : null;
    }

    /// <summary>
    /// One of the configured audiences must be in "aud" (RFC 7519 section 4.1.3). Where a provider sends none, as Cognito
    /// does in access tokens, one of them must be the "client_id".
    /// </summary>
    private static Rejection? Audience(in ClaimsUnderCheck token)
    {
        IssuerConfiguration issuer = token.Issuer;
        if (token.Claims.TryGet("aud"u8, out JsonElement audience))
        {
            return !IsTextOrTexts(audience) ? Rejection.ClaimInvalid("aud")
                : issuer.AnyAudience || AnyIn(audience, issuer.Audiences) ? null
                : Rejection.AudienceMismatch;
        }

        bool meantForUs = issuer.AnyAudience
            || (token.Claims.TryGet("client_id"u8, out JsonElement client) && ClaimValue.IsOneOf(client, issuer.Audiences));
        return meantForUs ? null : Rejection.AudienceMismatch;
    }

    /// <summary>
    /// Providers disagree about the claim's name; whichever of them a token has must name an accepted client, and it needs
    /// one.
    /// </summary>
    private static Rejection? Client(in ClaimsUnderCheck token)
    {
        if (token.Issuer.ClientIds.Count == 0)
        {
            return null;
        }

        bool named = false;
        foreach (byte[] name in ClientClaims)
        {
            if (token.Claims.TryGet(name, out JsonElement client))
            {
                named = true;
                if (!ClaimValue.IsOneOf(client, token.Issuer.ClientIds))
                {
                    return Rejection.ClientMismatch;
                }
            }
        }

        return named ? null : Rejection.ClientMismatch;
    }

    private static Rejection? Type(in ClaimsUnderCheck token)
    {
        if (token.IsAnswer)
        {
            return null;
        }

        IReadOnlyList<string> accepted = token.Issuer.TokenTypes;
        if (accepted.Count == 0)
        {
            return MediaType.IsOfAnotherKind(token.Type) ? Rejection.TypeMismatch : null;
        }

        string? type = token.Type;
        return type is not null && accepted.Any(candidate => MediaType.AreEqual(candidate, type)) ? null : Rejection.TypeMismatch;
    }

    private static Rejection? Required(in ClaimsUnderCheck token)
    {
        foreach ((ClaimName name, IReadOnlyList<string> accepted) in token.Issuer.RequiredClaims)
        {
            if (!token.Claims.TryGet(name, out JsonElement value))
            {
                return Rejection.ClaimMissing(name.ToString());
            }

            if (!ClaimValue.HasOneOf(value, accepted))
            {
                return Rejection.ClaimMismatch(name.ToString());
            }
        }

        return null;
    }

    /// <summary>A token bound to a key or certificate (RFC 7800) is worth nothing without the proof.</summary>
    private static Rejection? Binding(in ClaimsUnderCheck token) =>
        CertificateBinding.FirstFailure(token.Claims, token.Presented, out _);

    /// <summary>An endpoint may answer for several issuers; where it says for which one, it must be this one.</summary>
    private static Rejection? Issuer(in ClaimsUnderCheck token) =>
        !token.Claims.TryGet("iss"u8, out JsonElement name)
        || (name.ValueKind == JsonValueKind.String && token.Issuer.IsSpelled(name.GetString()))
            ? null
            : Rejection.IssuerUnknown;

    /// <summary>A "token_type" other than Bearer, in any case (RFC 6749 section 5.1), asks for a proof, and none came.</summary>
    private static Rejection? Presentation(in ClaimsUnderCheck token) =>
        !token.Claims.TryGet("token_type"u8, out JsonElement kind)
        || (kind.ValueKind == JsonValueKind.String && "Bearer".Equals(kind.GetString(), StringComparison.OrdinalIgnoreCase))
            ? null
            : Rejection.BindingMissing;

    private static bool IsTextOrTexts(JsonElement value) =>
        value.ValueKind == JsonValueKind.String || (ClaimValue.IsTexts(value) && value.GetArrayLength() > 0);

    private static bool AnyIn(JsonElement textOrTexts, IReadOnlyList<string> accepted) =>
        textOrTexts.ValueKind == JsonValueKind.String
            ? ClaimValue.IsOneOf(textOrTexts, accepted)
            : textOrTexts.EnumerateArray().Any(item => ClaimValue.IsOneOf(item, accepted));
}
