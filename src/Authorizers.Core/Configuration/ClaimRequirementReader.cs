using Authorizers.Core.Decisions;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>claims</c> of a route: all of them are asked for, each with one of its values.</summary>
internal static class ClaimRequirementReader
{
    public static IReadOnlyList<ClaimRequirement> Read(ConfigurationMembers route)
    {
        if (!route.TryGet("claims", out ConfigurationNode? node))
        {
            return [];
        }

        if (node.IsEmptyObject)
        {
            node.Problem("must name at least one claim; leave it out to ask for none");
        }

        return [.. ClaimValuesReader.Read(node).Select(claim => new ClaimRequirement(claim.Key, claim.Value))];
    }
}
