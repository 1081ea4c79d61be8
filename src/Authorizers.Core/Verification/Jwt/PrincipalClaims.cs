using System.Text.Json;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>Makes a principal of verified claims: the id, what it may do, and what the backend is told.</summary>
/// <param name="context">Context key to claim.</param>
internal sealed class PrincipalClaims(IReadOnlyList<KeyValuePair<string, ClaimName>> context)
{
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
            principal = new Principal { Id = id.GetString()!, Scopes = scopes, Groups = groups, Context = ReadContext(claims) };
        }

        return rejection;
    }

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

    private List<KeyValuePair<string, object>> ReadContext(VerifiedClaims claims)
    {
        List<KeyValuePair<string, object>> values = new(context.Count);
        foreach ((string key, ClaimName name) in context)
        {
            if (claims.TryGet(name, out JsonElement claim) && ContextValue(claim) is { } value)
            {
                values.Add(new(key, value));
            }
        }

        return values;
    }

    /// <summary>
    /// API Gateway takes strings, numbers and booleans; anything else would turn the whole answer into a 500. Integrations may map
    /// a string into a header, which a line break would end.
    /// </summary>
    private static object? ContextValue(JsonElement claim) => claim.ValueKind switch
    {
        JsonValueKind.String => WithoutControls(claim.GetString()!),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when claim.TryGetInt64(out long integer) => integer,
        JsonValueKind.Number when claim.TryGetDouble(out double number) && double.IsFinite(number) => number,
        JsonValueKind.Array when ClaimValue.IsTexts(claim) =>
            WithoutControls(string.Join(' ', claim.EnumerateArray().Select(item => item.GetString()))),
        _ => null,
    };

    private static string? WithoutControls(string text) => text.Any(char.IsControl) ? null : text;
}
