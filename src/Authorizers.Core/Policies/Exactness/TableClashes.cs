using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// Finds, before anybody calls, the routes that some principal's policy could not tell apart. It looks at routes and at what they
/// ask for, three at a time, and not at principals: there may be more of those than can be counted.
/// </summary>
internal static class TableClashes
{
    /// <summary>Each once, whatever the methods in which it occurs; null when finding them takes too long.</summary>
    public static IReadOnlyList<PolicyClash>? Of(IReadOnlyList<RouteRule> rules)
    {
        var effort = new Effort(Effort.OfTable);
        PolicyClash[] clashes =
        [
            .. MethodRoutes.Of(rules, effort)
                .DistinctBy(routes => string.Join(' ', routes.Rules.Select(rule => rule.Route)), StringComparer.Ordinal)
                .SelectMany(Of).Distinct(),
        ];
        return effort.IsSpent ? null : clashes;
    }

    private static IEnumerable<PolicyClash> Of(MethodRoutes routes)
    {
        foreach (RouteRule refused in routes.Rules)
        {
            foreach (RouteRule outer in routes.Rules.Where(rule => !routes.Effort.IsSpent && CanBeOuter(rule, refused)))
            {
                foreach (Overlap spilt in routes.Meet(refused, outer.Route.Glob))
                {
                    foreach (PolicyClash clash in Hit(routes, outer, refused, spilt.Shape))
                    {
                        yield return clash;
                    }
                }
            }
        }
    }

    /// <summary>
    /// The least that a clash takes: their paths may meet, and whoever is granted the one alone can be refused the other.
    /// </summary>
    private static bool CanBeOuter(RouteRule rule, RouteRule refused) =>
        !ReferenceEquals(rule, refused)
        && PathShape.BeginAlike(refused.Route, rule.Route.Glob)
        && Coexistence.IsPossible(new PolicyClash(rule, refused, rule));

    private static IEnumerable<PolicyClash> Hit(MethodRoutes routes, RouteRule outer, RouteRule refused, string?[] glob) =>
        routes.Rules
            .Where(inner => !ReferenceEquals(inner, refused) && PathShape.BeginAlike(inner.Route, glob))
            .Select(inner => new PolicyClash(outer, refused, inner))
            .Where(clash => Coexistence.IsPossible(clash) && routes.Meet(clash.Inner, glob).Any());
}
