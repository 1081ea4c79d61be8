using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// Whether somebody can be granted two routes and not a third, by what they ask for. Any principal is possible that some token
/// could make: it holds what scopes, groups and values of claims it likes. Nobody is named who cannot exist, unless conditions on
/// the request exclude each other.
/// </summary>
internal static class Coexistence
{
    public static bool IsPossible(PolicyClash clash) =>
        CanLackRights(clash) || IsAnonymous(clash) || CanFailCondition(clash);

    /// <summary>The refused route asks for something that neither of the granted ones gives away.</summary>
    private static bool CanLackRights(PolicyClash clash) =>
        !clash.Refused.Anyone
        && Requirements(clash.Refused).Any(asked => !Implies(clash.Outer, asked) && !Implies(clash.Inner, asked));

    private static bool IsAnonymous(PolicyClash clash) => clash.Outer.Anyone && clash.Inner.Anyone && !clash.Refused.Anyone;

    private static bool CanFailCondition(PolicyClash clash) =>
        clash.Refused.When.Any(condition => !clash.Outer.When.Contains(condition) && !clash.Inner.When.Contains(condition));

    /// <summary>Whoever is granted the rule holds one of the values.</summary>
    private static bool Implies(RouteRule granted, ClaimRequirement asked) =>
        !granted.Anyone
        && Requirements(granted).Any(given => given.Claim == asked.Claim && given.Values.All(asked.Values.Contains));

    /// <summary>Scopes and groups as if they were claims, of names that no claim has here.</summary>
    private static IEnumerable<ClaimRequirement> Requirements(RouteRule rule)
    {
        if (rule.Scopes.Count > 0)
        {
            yield return new("scopes", rule.Scopes);
        }

        if (rule.Groups.Count > 0)
        {
            yield return new("groups", rule.Groups);
        }

        foreach (ClaimRequirement requirement in rule.Claims)
        {
            yield return new($"claim {requirement.Claim}", requirement.Values);
        }
    }
}
