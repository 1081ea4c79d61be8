using System.Text.Json;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>Makes a principal of verified claims: the id, what it may do, and what the backend is told.</summary>
internal sealed class PrincipalClaims(AuthorizerConfiguration configuration)
{
    private readonly ContextClaims _context = new(configuration.Context, configuration.MaxContextBytes);
    private readonly IReadOnlyList<KeyValuePair<ClaimName, IReadOnlyList<string>>> _asked = configuration.ClaimsAsked;

    /// <summary>
    /// Null when read; else the claim at fault: the principal claim is missing, or one has a type that it may not have.
    /// </summary>
    public Rejection? TryRead(VerifiedClaims claims, IssuerConfiguration issuer, out Principal? principal)
    {
        principal = null;
        if (!claims.TryGet(issuer.PrincipalClaim, out JsonElement id))
        {
            return Rejection.ClaimMissing(issuer.PrincipalClaim.ToString());
        }

        // Integrations may map the id into a header.
        if (id.ValueKind != JsonValueKind.String || id.ValueEquals(""u8) || id.GetString()!.Any(char.IsControl))
        {
            return Rejection.ClaimInvalid(issuer.PrincipalClaim.ToString());
        }

        List<string> scopes = [];
        List<string> groups = [];
        Rejection? rejection = Collect(claims, issuer.ScopeClaims, scopes, SplitScopes)
            ?? Collect(claims, issuer.GroupClaims, groups, name => [name]);
        if (rejection is null)
        {
            bool fits = _context.TryRead(claims, out IReadOnlyList<KeyValuePair<string, object>> context);
            principal = new Principal
            {
                Id = id.GetString()!,
                Scopes = scopes,
                Groups = groups,
                Claims = ReadAsked(claims),
                Context = context,
                Expires = Expires(claims, issuer.MaxTokenAge),
                Obstacle = fits ? null : Rejection.ContextTooLarge,
            };
        }

        return rejection;
    }

    /// <summary>The dates have been checked before; one in the last year of the calendar leaves no room for the skew.</summary>
    private DateTimeOffset? Expires(VerifiedClaims claims, TimeSpan? maxAge)
    {
        DateTimeOffset? expires = Later(claims, "exp"u8, configuration.ClockSkew);
        DateTimeOffset? tooOld = maxAge is { } age ? Later(claims, "iat"u8, age + configuration.ClockSkew) : null;
        return tooOld is null || expires < tooOld ? expires : tooOld;
    }

    private static DateTimeOffset? Later(VerifiedClaims claims, ReadOnlySpan<byte> name, TimeSpan delay) =>
        claims.TryGetDate(name, out DateTimeOffset? date) && date < DateTimeOffset.MaxValue - delay ? date + delay : null;

    /// <summary>Scopes in one string are separated by U+0020 and nothing else (RFC 6749 section 3.3).</summary>
    private static string[] SplitScopes(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Rejection? Collect(
        VerifiedClaims claims, IReadOnlyList<ClaimName> names, List<string> texts, Func<string, string[]> split)
    {
        foreach (ClaimName name in names)
        {
            if (!claims.TryGet(name, out JsonElement value))
            {
                continue;
            }

            if (value.ValueKind == JsonValueKind.String)
            {
                texts.AddRange(split(value.GetString()!));
            }
            else if (ClaimValue.IsTexts(value))
            {
                texts.AddRange(value.EnumerateArray().Select(item => item.GetString()!));
            }
            else
            {
                return Rejection.ClaimInvalid(name.ToString());
            }

            if (texts.Count > ClaimValue.MaxTexts)
            {
                return Rejection.ClaimInvalid(name.ToString());
            }
        }

        return null;
    }

    /// <summary>
    /// Nothing else is kept of a claim than what a route could ask about, so a remembered token costs no more for the rest.
    /// </summary>
    private IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> ReadAsked(VerifiedClaims claims)
    {
        if (_asked.Count == 0)
        {
            return [];
        }

        List<KeyValuePair<string, IReadOnlyList<string>>> held = [];
        foreach ((ClaimName name, IReadOnlyList<string> accepted) in _asked)
        {
            if (claims.TryGet(name, out JsonElement value))
            {
                held.Add(new(name.ToString(), [.. accepted.Where(text => ClaimValue.HasOneOf(value, [text]))]));
            }
        }

        return held;
    }
}
