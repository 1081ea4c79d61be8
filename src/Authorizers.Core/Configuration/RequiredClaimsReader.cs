using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>requiredClaims</c>: claim name to the values accepted for it.</summary>
internal static class RequiredClaimsReader
{
    public static IReadOnlyList<KeyValuePair<ClaimName, IReadOnlyList<string>>> Read(ConfigurationMembers issuer) =>
        issuer.TryGet("requiredClaims", out ConfigurationNode? node)
            ? [.. ClaimValuesReader.Read(node).Select(claim => KeyValuePair.Create(new ClaimName(claim.Key), claim.Value))]
            : [];
}
