using System.Text.Json;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Tells access tokens from the other tokens of the same issuer, which are signed with the same keys and often carry the same
/// audience (RFC 8725 section 3.12). A token that says what it is is believed; one that does not is judged by the claims that
/// only the others have.
/// </summary>
internal static class TokenKind
{
    /// <summary>Of ID tokens (OpenID Connect Core 1.0 sections 2 and 3.3.2.11), and of logout tokens and the like (RFC 8417).</summary>
    private static readonly byte[][] MarksOfOthers =
        ["at_hash"u8.ToArray(), "c_hash"u8.ToArray(), "nonce"u8.ToArray(), "events"u8.ToArray()];

    /// <summary>What Keycloak says in the claim "typ" of tokens that are no access tokens.</summary>
    private static readonly string[] TypesOfOthers = ["ID", "Refresh", "Offline", "Logout"];

    public static Rejection? FirstFailure(in ClaimsUnderCheck token)
    {
        VerifiedClaims claims = token.Claims;
        bool holds = token.Issuer.TokenUse switch
        {
            TokenUse.Access => Says(claims, "token_use"u8, "access"),
            TokenUse.Id => !claims.TryGet("token_use"u8, out _)
                ? !IsAccessToken(token) && !claims.TryGet("events"u8, out _) && !IsOneOf(claims, "typ"u8, TypesOfOthers[1..])
                : Says(claims, "token_use"u8, "id"),
            _ => IsAccessToken(token) || !IsAnother(claims),
        };
        return holds ? null : Rejection.UseMismatch;
    }

    private static bool IsAccessToken(in ClaimsUnderCheck token) =>
        (token.Type is not null && MediaType.AreEqual(token.Type, MediaType.AccessToken))
        || Says(token.Claims, "token_use"u8, "access")
        || (token.IsAnswer && Says(token.Claims, "token_use"u8, "access_token"))
        || Says(token.Claims, "typ"u8, "Bearer");

    private static bool IsAnother(VerifiedClaims claims)
    {
        foreach (byte[] mark in MarksOfOthers)
        {
            if (claims.TryGet(mark, out _))
            {
                return true;
            }
        }

        return claims.TryGet("token_use"u8, out _) || IsOneOf(claims, "typ"u8, TypesOfOthers);
    }

    private static bool Says(VerifiedClaims claims, ReadOnlySpan<byte> name, string text) =>
        claims.TryGet(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    private static bool IsOneOf(VerifiedClaims claims, ReadOnlySpan<byte> name, IReadOnlyList<string> texts) =>
        claims.TryGet(name, out JsonElement value) && ClaimValue.IsOneOf(value, texts);
}
