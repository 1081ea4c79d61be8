using System.Text;
using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies;

/// <summary>
/// Routes in IAM's terms. A parameter becomes <c>?*</c>, at least one character. IAM's wildcards cross slashes, so a granted
/// parameter
/// spills over what lies deeper or is spelled otherwise; that is refused again by name.
/// </summary>
internal static class ResourceGlobs
{
    private const string OneOrMore = "?*";
    private const string AcrossSlash = "*/*";
    private const string AcrossAnother = "/*";
    private static readonly string Segment = $"{GlobText.SegmentOne}{GlobText.SegmentRun}";

    /// <summary>The resources that grant these rules' routes, each once: two routes may have the same.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<RouteRule> rules, string prefix)
    {
        List<string> resources = [];
        foreach (RouteRule rule in rules)
        {
            AddEachMethod(rule.Route.Methods, prefix, Write(rule.Route, OneOrMore), resources);
        }

        return resources;
    }

    /// <summary>
    /// What the grants' own resources cover although no granted route does: refused routes, and calls too deep for the route
    /// granted. A
    /// refusal may cut into a granted route where no glob can tell the two apart; it never grants.
    /// </summary>
    public static IReadOnlyList<string> Spilling(Grants grants, string prefix)
    {
        List<string> spilt = [];
        foreach (RouteRule refused in grants.Refused)
        {
            foreach (RouteRule grant in grants.Allowed)
            {
                AddRefusal(grant.Route, refused.Route, grants, prefix, spilt);
            }
        }

        bool gaps = false;
        foreach (RouteRule grant in grants.Allowed)
        {
            foreach (string method in grant.Route.Methods)
            {
                gaps |= !TryAddUnnamed(grant.Route, method, grants, prefix, spilt);
            }
        }

        if (gaps)
        {
            AddMisspelt(grants, prefix, spilt);
        }

        return spilt;
    }

    /// <summary>
    /// Refuses what lies deeper than the grant and belongs to no route, from the first depth on at which no grant of the
    /// method lives.
    /// </summary>
    /// <returns>False when that is not the first depth of all, so that something in between is left.</returns>
    private static bool TryAddUnnamed(RoutePattern grant, string method, Grants grants, string prefix, List<string> spilt)
    {
        bool complete = true;
        int deepest = grants.Allowed.Max(other => other.Route.Segments.Count);
        for (int index = 0; index < grant.Segments.Count; index++)
        {
            string across = AcrossSlash;
            for (int depth = grant.Segments.Count; depth <= deepest && grant.Segments[index].Kind == SegmentKind.Parameter; depth++)
            {
                string deeper = Write(grant, OneOrMore, index, across);
                if (!HitsGrant(deeper, method, grants))
                {
                    AddEachMethod([method], prefix, deeper, spilt);
                    break;
                }

                complete = false;
                across += AcrossAnother;
            }
        }

        return complete;
    }

    /// <summary>
    /// No route ends in a slash or holds an empty segment, but a granted parameter above a deeper grant covers such
    /// spellings. Where
    /// a greedy route is granted they belong to it, and only those of refused routes are refused.
    /// </summary>
    private static void AddMisspelt(Grants grants, string prefix, List<string> spilt)
    {
        if (grants.Allowed.Any(grant => IsGreedy(grant.Route)))
        {
            List<string> slashed = [];
            foreach (RouteRule refused in grants.Refused.Where(rule => rule.Route.Segments is [.., { Kind: SegmentKind.Literal }]))
            {
                AddEachMethod(refused.Route.Methods, prefix, Write(refused.Route, OneOrMore) + "/", slashed);
            }

            spilt.AddRange([.. slashed.Where(resource => spilt.Contains(resource[..^1]))]);
        }
        else
        {
            spilt.Add($"{prefix}{OneOrMore}/{OneOrMore}/");
            spilt.Add($"{prefix}*//*");
        }
    }

    /// <summary>Refuses what the grant's resource covers of a refused route.</summary>
    private static void AddRefusal(RoutePattern grant, RoutePattern refused, Grants grants, string prefix, List<string> spilt)
    {
        bool grantIsPreferred = grant.CompareTo(refused) < 0;
        bool sameLength = grant.Segments.Count == refused.Segments.Count && !IsGreedy(grant) && !IsGreedy(refused);
        string route = Write(refused, Segment);
        if (!grant.SharesMethodWith(refused)
            || (grantIsPreferred && sameLength)
            || !GlobText.Overlap(Write(grant, OneOrMore), route))
        {
            return;
        }

        string resource = Write(refused, OneOrMore);
        if (grantIsPreferred && refused.Methods.Any(method => HitsGrant(resource, method, grants)))
        {
            // A call that matches both routes goes to the grant's, so the refused one can only be reached below it.
            AddTooDeep(grant, grant.MethodsSharedWith(refused), deeper => GlobText.Overlap(deeper, route), prefix, spilt);
        }
        else
        {
            AddEachMethod(refused.Methods, prefix, resource, spilt);
        }
    }

    private static bool HitsGrant(string path, string method, Grants grants) =>
        grants.Allowed.Any(other => other.Route.Methods.Contains(method) && GlobText.Overlap(path, Write(other.Route, Segment)));

    /// <summary>Refuses the route's resource with one parameter reaching over a slash, where the condition holds.</summary>
    private static void AddTooDeep(
        RoutePattern route, IReadOnlyList<string> methods, Predicate<string> condition, string prefix, List<string> spilt)
    {
        for (int index = 0; index < route.Segments.Count; index++)
        {
            string deeper = Write(route, OneOrMore, index, AcrossSlash);
            if (route.Segments[index].Kind == SegmentKind.Parameter && condition(deeper))
            {
                AddEachMethod(methods, prefix, deeper, spilt);
            }
        }
    }

    private static void AddEachMethod(IReadOnlyList<string> methods, string prefix, string path, List<string> resources)
    {
        foreach (string method in methods)
        {
            string resource = $"{prefix}{method}/{path}";
            if (!resources.Contains(resource))
            {
                resources.Add(resource);
            }
        }
    }

    private static string Write(RoutePattern route, string parameter, int wideAt = -1, string wide = "")
    {
        var path = new StringBuilder();
        for (int index = 0; index < route.Segments.Count; index++)
        {
            RouteSegment segment = route.Segments[index];
            path.Append(index == 0 ? "" : "/").Append(segment.Kind switch
            {
                SegmentKind.Literal => segment.Text,
                SegmentKind.Greedy => OneOrMore,
                _ => index == wideAt ? wide : parameter,
            });
        }

        return path.ToString();
    }

    private static bool IsGreedy(RoutePattern route) => route.Segments is [.., { Kind: SegmentKind.Greedy }];
}
