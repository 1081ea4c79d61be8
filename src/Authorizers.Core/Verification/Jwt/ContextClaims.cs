using System.Text.Json;

namespace Authorizers.Core.Verification.Jwt;

/// <summary>
/// Reads what the backend is told out of verified claims. All of it is told or nothing: a context is never cut short.
/// </summary>
/// <param name="names">Context key to claim.</param>
/// <param name="maxBytes">Of the JSON object of the context, in UTF-8.</param>
internal sealed class ContextClaims(IReadOnlyList<KeyValuePair<string, ClaimName>> names, int maxBytes)
{
    /// <summary>False, and no context, when it is larger than it may be.</summary>
    public bool TryRead(VerifiedClaims claims, out IReadOnlyList<KeyValuePair<string, object>> context)
    {
        List<KeyValuePair<string, object>> values = new(names.Count);
        foreach ((string key, ClaimName name) in names)
        {
            if (claims.TryGet(name, out JsonElement claim) && Value(claim) is { } value)
            {
                values.Add(new(key, value));
            }
        }

        bool fits = ContextJson.Fits(values, maxBytes);
        context = fits ? values : [];
        return fits;
    }

    /// <summary>API Gateway takes strings, numbers and booleans; anything else would turn the whole answer into a 500.</summary>
    private static object? Value(JsonElement claim) => claim.ValueKind switch
    {
        JsonValueKind.String => ContextText.Clean(claim.GetString()!),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when claim.TryGetInt64(out long integer) => integer,
        JsonValueKind.Number when claim.TryGetDouble(out double number) && double.IsFinite(number) => number,
        JsonValueKind.Array when ClaimValue.IsTexts(claim) =>
            ContextText.Clean(string.Join(' ', claim.EnumerateArray().Select(item => item.GetString()))),
        _ => null,
    };
}
