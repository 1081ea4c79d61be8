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

        List<ClaimRequirement> requirements = [];
        foreach ((string claim, IReadOnlyList<string> values) in ClaimValuesReader.Read(node))
        {
            requirements.Add(new ClaimRequirement(claim, values));
        }

        return requirements;
    }
}
