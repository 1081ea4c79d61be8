using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>The routes of one method, in the order in which API Gateway prefers them.</summary>
internal sealed class MethodRoutes
{
    private readonly int _deepest;

    /// <param name="method">In capitals, or a WebSocket route key.</param>
    /// <param name="rules">The whole table, in any order.</param>
    /// <param name="effort">For all questions together.</param>
    public MethodRoutes(string method, IEnumerable<RouteRule> rules, Effort effort)
    {
        Method = method;
        Effort = effort;
        HashSet<string> paths = new(StringComparer.Ordinal);
        Rules =
        [
            .. rules.Where(rule => rule.Route.Methods.Contains(method))
                .Order(Comparer<RouteRule>.Create((left, right) => left.Route.CompareTo(right.Route)))
                .Where(rule => paths.Add(rule.Route.Path)),
        ];
        _deepest = Rules.Count == 0 ? 0 : Rules.Max(rule => rule.Route.Segments.Count);
    }

    public string Method { get; }

    /// <summary>When it is spent, no answer is whole.</summary>
    public Effort Effort { get; }

    /// <summary>Without those of which another takes every call: <c>ANY /a</c> beside <c>GET /a</c>.</summary>
    public IReadOnlyList<RouteRule> Rules { get; }

    /// <summary>One for each method that the table names, in the table's order.</summary>
    public static IReadOnlyList<MethodRoutes> Of(IReadOnlyList<RouteRule> rules, Effort effort) =>
    [
        .. rules.SelectMany(rule => rule.Route.Methods).Distinct(StringComparer.Ordinal)
            .Select(method => new MethodRoutes(method, rules, effort)),
    ];

    /// <summary>The rule whose route takes a path of this shape that holds no text of the table but the shape's own.</summary>
    public RouteRule? Find(string?[] shape)
    {
        foreach (RouteRule rule in Rules)
        {
            if (PathShape.IsMatchedBy(shape, rule.Route))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The ways in which a call that the route takes can match the glob.</summary>
    public IEnumerable<Overlap> Meet(RouteRule rule, string?[] glob) =>
        new Overlaps(rule.Route, glob, _deepest, Effort).All().Where(overlap => ReferenceEquals(Find(overlap.Shape), rule));

    /// <summary>
    /// The ways in which a call with a slash at its end can match the glob and, of all greedy routes, go to this one. No other
    /// kind of route takes it as it is, but API Gateway may also drop the slash.
    /// </summary>
    public IEnumerable<Overlap> MeetSlashed(RouteRule rule, string?[] glob) => !rule.Route.IsGreedy
        ? []
        : new Overlaps(rule.Route, glob, _deepest, Effort).All().Where(overlap =>
            overlap.UnderWildcard[^1] && ReferenceEquals(Rules.FirstOrDefault(other => IsGreedyTaker(other, overlap.Shape)), rule));

    private static bool IsGreedyTaker(RouteRule rule, string?[] shape) =>
        rule.Route.IsGreedy && PathShape.IsMatchedBy(shape, rule.Route);
}
