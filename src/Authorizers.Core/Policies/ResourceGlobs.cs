using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies;

/// <summary>
/// Routes in IAM's terms. A parameter becomes <c>?*</c>, at least one character. IAM's wildcards cross slashes, so a granted parameter
/// spills over what lies deeper or is spelled otherwise; that is refused again by name.
/// </summary>
internal static class ResourceGlobs
{
    private const string OneOrMore = "?*";
    private const string AcrossSlash = "*/*";
    private static readonly string Segment = $"{GlobText.SegmentOne}{GlobText.SegmentRun}";

    /// <summary>The resources that grant these rules' routes.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<RouteRule> rules, string prefix) =>
        [.. rules.SelectMany(rule => Written(rule.Route, OneOrMore)).Select(glob => prefix + glob)];

    /// <summary>
    /// What the grants' own resources cover although no granted route does: refused routes, and calls too deep for the route granted. A
    /// refusal may cut into a granted route where no glob can tell the two apart; it never grants.
    /// </summary>
    public static IReadOnlyList<string> Spilling(Grants grants, string prefix)
    {
        List<string> allowed = [.. grants.Allowed.SelectMany(rule => Written(rule.Route, Segment))];
        IEnumerable<string> refused =
            from rule in grants.Refused
            where grants.Allowed.Any(grant => SpillsOver(grant.Route, rule.Route))
            from glob in Written(rule.Route, OneOrMore)
            select glob;
        IEnumerable<string> tooDeep =
            from grant in grants.Allowed
            from glob in TooDeep(grant.Route)
            where !allowed.Exists(route => GlobText.Overlap(glob, route))
            select glob;
        return [.. refused.Concat(tooDeep).Distinct(StringComparer.Ordinal).Select(glob => prefix + glob)];
    }

    /// <summary>True when a call that API Gateway takes to the refused route may match the grant's resource.</summary>
    private static bool SpillsOver(RoutePattern grant, RoutePattern refused)
    {
        bool sameLength = grant.Segments.Count == refused.Segments.Count && !IsGreedy(grant) && !IsGreedy(refused);
        if (sameLength && grant.CompareTo(refused) < 0)
        {
            return false;
        }

        return Written(refused, Segment).Any(route => Written(grant, OneOrMore).Any(glob => GlobText.Overlap(glob, route)));
    }

    /// <summary>The grant's resource with one parameter reaching over a slash.</summary>
    private static IEnumerable<string> TooDeep(RoutePattern route) =>
        from index in Enumerable.Range(0, route.Segments.Count)
        where route.Segments[index].Kind == SegmentKind.Parameter
        from method in route.Methods
        select $"{method}/{string.Join('/', route.Segments.Select((segment, at) => Written(segment, at == index ? AcrossSlash : OneOrMore)))}";

    private static IEnumerable<string> Written(RoutePattern route, string parameter) =>
        from method in route.Methods
        select $"{method}/{string.Join('/', route.Segments.Select(segment => Written(segment, parameter)))}";

    private static string Written(RouteSegment segment, string parameter) => segment.Kind switch
    {
        SegmentKind.Literal => segment.Text,
        SegmentKind.Greedy => OneOrMore,
        _ => parameter,
    };

    private static bool IsGreedy(RoutePattern route) => route.Segments is [.., { Kind: SegmentKind.Greedy }];
}
