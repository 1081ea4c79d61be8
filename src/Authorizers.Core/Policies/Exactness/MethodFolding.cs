namespace Authorizers.Core.Policies.Exactness;

/// <summary>Writes one resource for several methods of the same path.</summary>
internal static class MethodFolding
{
    /// <summary>To be refused beside folded methods: <c>????</c> is <c>GET/</c> too, when another slash follows.</summary>
    public const string Misread = "*//*";

    private const string AnyMethod = "*";

    /// <summary>
    /// Methods whose names have the same length and leave no other of that length become question marks, which cross no slash:
    /// <c>???</c> is <c>GET</c> and <c>PUT</c>, and nothing else that API Gateway routes.
    /// </summary>
    private static readonly (string[] Methods, string Pattern)[] Lengths = [(["GET", "PUT"], "???"), (["HEAD", "POST"], "????")];

    /// <summary>Matches the same calls, no fewer and no more.</summary>
    public static IEnumerable<string> Exact(IReadOnlyList<ResourcePath> resources)
    {
        foreach (IGrouping<string?, ResourcePath> path in resources.GroupBy(resource => resource.Path, StringComparer.Ordinal))
        {
            string[] methods = [.. path.Select(resource => resource.Method)];
            foreach ((string[] folded, string pattern) in Lengths)
            {
                if (folded.All(methods.Contains))
                {
                    methods = [.. methods.Except(folded, StringComparer.Ordinal), pattern];
                }
            }

            foreach (string method in methods)
            {
                yield return path.Key is null ? method : $"{method}/{path.Key}";
            }
        }
    }

    /// <summary>Matches at least the same calls, and none that is granted: for refusals.</summary>
    public static IEnumerable<string> Wide(IReadOnlyList<ResourcePath> resources, PolicyPlan plan)
    {
        List<ResourcePath> narrow = [];
        foreach (IGrouping<string?, ResourcePath> path in resources.GroupBy(resource => resource.Path, StringComparer.Ordinal))
        {
            if (path.Skip(1).Any() && path.All(resource => HitsNothing(resource, plan)))
            {
                yield return $"{AnyMethod}/{path.Key}";
            }
            else
            {
                narrow.AddRange(path);
            }
        }

        foreach (string resource in Exact(narrow))
        {
            yield return resource;
        }
    }

    /// <summary>What a <c>/*</c> ends takes the slash alone as well, which changes nothing after a parameter.</summary>
    private static bool HitsNothing(ResourcePath resource, PolicyPlan plan) =>
        plan.HitsNothing(resource.Glob)
        && (resource.Path?.EndsWith("/*", StringComparison.Ordinal) != true || plan.HitsNothing(resource.Glob[..^1]));
}
