using System.Text;
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
    public static IReadOnlyList<string> Of(IReadOnlyList<RouteRule> rules, string prefix)
    {
        List<string> resources = [];
        foreach (RouteRule rule in rules)
        {
            AddEachMethod(rule.Route, prefix, Write(rule.Route, OneOrMore), resources);
        }

        return resources;
    }

    /// <summary>
    /// What the grants' own resources cover although no granted route does: refused routes, and calls too deep for the route granted. A
    /// refusal may cut into a granted route where no glob can tell the two apart; it never grants.
    /// </summary>
    public static IReadOnlyList<string> Spilling(Grants grants, string prefix)
    {
        List<string> spilt = [];
        foreach (RouteRule refused in grants.Refused)
        {
            if (grants.Allowed.Any(grant => SpillsOver(grant.Route, refused.Route)))
            {
                AddEachMethod(refused.Route, prefix, Write(refused.Route, OneOrMore), spilt);
            }
        }

        foreach (RouteRule grant in grants.Allowed)
        {
            AddTooDeep(grant.Route, grants, prefix, spilt);
        }

        return spilt;
    }

    /// <summary>True when a call that API Gateway takes to the refused route may match the grant's resource.</summary>
    private static bool SpillsOver(RoutePattern grant, RoutePattern refused)
    {
        bool sameLength = grant.Segments.Count == refused.Segments.Count && !IsGreedy(grant) && !IsGreedy(refused);
        return grant.SharesMethodWith(refused)
            && !(sameLength && grant.CompareTo(refused) < 0)
            && GlobText.Overlap(Write(grant, OneOrMore), Write(refused, Segment));
    }

    /// <summary>Refuses the grant's resource with one parameter reaching over a slash, unless that is where another grant lives.</summary>
    private static void AddTooDeep(RoutePattern route, Grants grants, string prefix, List<string> spilt)
    {
        for (int index = 0; index < route.Segments.Count; index++)
        {
            if (route.Segments[index].Kind != SegmentKind.Parameter)
            {
                continue;
            }

            string deeper = Write(route, OneOrMore, index);
            if (!grants.Allowed.Any(other => other.Route.SharesMethodWith(route) && GlobText.Overlap(deeper, Write(other.Route, Segment))))
            {
                AddEachMethod(route, prefix, deeper, spilt);
            }
        }
    }

    private static void AddEachMethod(RoutePattern route, string prefix, string path, List<string> resources)
    {
        foreach (string method in route.Methods)
        {
            string resource = $"{prefix}{method}/{path}";
            if (!resources.Contains(resource))
            {
                resources.Add(resource);
            }
        }
    }

    private static string Write(RoutePattern route, string parameter, int acrossSlashAt = -1)
    {
        var path = new StringBuilder();
        for (int index = 0; index < route.Segments.Count; index++)
        {
            RouteSegment segment = route.Segments[index];
            path.Append(index == 0 ? "" : "/").Append(segment.Kind switch
            {
                SegmentKind.Literal => segment.Text,
                SegmentKind.Greedy => OneOrMore,
                _ => index == acrossSlashAt ? AcrossSlash : parameter,
            });
        }

        return path.ToString();
    }

    private static bool IsGreedy(RoutePattern route) => route.Segments is [.., { Kind: SegmentKind.Greedy }];
}
