using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>requiredClaims</c>: claim name to the values accepted for it.</summary>
internal static class RequiredClaimsReader
{
    public static IReadOnlyList<KeyValuePair<ClaimName, IReadOnlyList<string>>> Read(ConfigurationMembers issuer)
    {
        List<KeyValuePair<ClaimName, IReadOnlyList<string>>> required = [];
        if (issuer.TryGet("requiredClaims", out ConfigurationNode? node))
        {
            foreach ((string name, IReadOnlyList<string> values) in ClaimValuesReader.Read(node))
            {
                required.Add(new(new ClaimName(name), values));
            }
        }

        return required;
    }
}
