using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>requiredClaims</c>: claim name to the values accepted for it.</summary>
internal static class RequiredClaimsReader
{
    public static IReadOnlyList<KeyValuePair<ClaimName, IReadOnlyList<string>>> Read(ConfigurationMembers issuer)
    {
        List<KeyValuePair<ClaimName, IReadOnlyList<string>>> claims = [];
        if (!issuer.TryGet("requiredClaims", out ConfigurationNode? node))
        {
            return claims;
        }

        foreach ((string name, ConfigurationNode accepted) in node.AnyMembers())
        {
            if (name.Length == 0)
            {
                accepted.Problem("must be named by a claim");
            }

            if (accepted.IsEmptyArray)
            {
                accepted.Problem("must name at least one value");
            }

            claims.Add(new(new ClaimName(name), Values(accepted)));
        }

        return claims;
    }

    private static List<string> Values(ConfigurationNode accepted)
    {
        List<string> values = [];
        foreach (ConfigurationNode item in accepted.Items())
        {
            if (item.TryScalar(out string? value))
            {
                values.Add(value);
            }
        }

        return values;
    }
}
