using Authorizers.Core.Decisions;
using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Policies;

/// <summary>
/// Route tables over an alphabet so small that their routes get in each other's way all the time, and all calls worth making of
/// them. Rules that ask for no scope are granted, the others refused.
/// </summary>
internal static class Tables
{
    public const string Refused = "refused";

    private static readonly string[] Segments = ["", "a", "b"];

    /// <summary>Paths of up to four segments, some of them empty.</summary>
    public static IReadOnlyList<string> Calls { get; } = [.. AllCalls()];

    public static Arbitrary<List<RouteRule>> Any { get; } = Of(
        from depth in Gen.Choose(0, 4)
        from route in Route(depth, mayBeGreedy: true)
        from refused in Gen.Elements(true, false)
        select Rule(route, refused));

    /// <summary>All rules are granted.</summary>
    public static Arbitrary<List<RouteRule>> Granted { get; } = Of(
        from depth in Gen.Choose(0, 4)
        from route in Route(depth, mayBeGreedy: true)
        select Rule(route, refused: false));

    /// <summary>What is granted is all equally deep, and never greedy.</summary>
    public static Arbitrary<List<RouteRule>> GrantedAtOneDepth { get; } = Shrinking(
        from depth in Gen.Choose(0, 4)
        from granted in Route(depth, mayBeGreedy: false).Select(route => Rule(route, refused: false)).NonEmptyListOf()
        from refused in Refusal().ListOf()
        select Distinct([.. granted.Take(4), .. refused.Take(3)]));

    public static Grants Divide(IReadOnlyList<RouteRule> rules) =>
        new([.. rules.Where(rule => rule.Scopes.Count == 0)], [.. rules.Where(rule => rule.Scopes.Count > 0)]);

    private static Arbitrary<List<RouteRule>> Of(Gen<RouteRule> rule) =>
        Shrinking(rule.NonEmptyListOf().Select(rules => Distinct(rules.Take(6))));

    private static Arbitrary<List<RouteRule>> Shrinking(Gen<List<RouteRule>> tables) => Arb.From(tables, WithOneRuleLess);

    private static IEnumerable<List<RouteRule>> WithOneRuleLess(List<RouteRule> table) => table.Count == 1
        ? []
        : table.Select((_, left) => table.Where((_, index) => index != left).ToList());

    private static List<RouteRule> Distinct(IEnumerable<RouteRule> rules) => [.. rules.DistinctBy(rule => rule.Route.Shape)];

    private static RouteRule Rule(string route, bool refused) => refused ? Some.Rule(route, Refused) : Some.Rule(route);

    private static Gen<RouteRule> Refusal() =>
        from depth in Gen.Choose(0, 4)
        from route in Route(depth, mayBeGreedy: true)
        select Rule(route, refused: true);

    private static Gen<string> Route(int depth, bool mayBeGreedy) =>
        from method in Gen.Elements("GET", "POST", "ANY")
        from segments in Gen.Elements("a", "b", "{x}").ListOf(depth)
        from greedy in Gen.Choose(0, 3)
        select $"{method} /{string.Join('/', mayBeGreedy && greedy == 0 ? segments.SkipLast(1).Append("{x+}") : segments)}";

    private static IEnumerable<string> AllCalls()
    {
        List<string> paths = [.. Segments];
        for (int depth = 2; depth <= 4; depth++)
        {
            paths.AddRange([.. paths.SelectMany(_ => Segments, (path, segment) => $"{path}/{segment}")]);
        }

        return paths.Distinct().SelectMany(_ => (string[])["GET", "POST"], (path, method) => $"{method}/{path}");
    }
}
