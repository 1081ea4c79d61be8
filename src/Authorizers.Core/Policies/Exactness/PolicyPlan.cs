using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// What a policy must allow and refuse so that it holds for every call, whichever one it was asked for: nothing in it depends on
/// the API, the stage or the call.
/// </summary>
internal sealed class PolicyPlan
{
    /// <summary>
    /// Spellings that API Gateway may take for a plain path: empty segments and dot segments (RFC 3986 section 5.2.4).
    /// </summary>
    private static readonly string[] OddSlashes = ["*//*", "*/./*", "*/../*", "*/.", "*/..", "*%2E*", "*%2e*"];

    private readonly IReadOnlyList<MethodGrants> _methods;
    private readonly Effort _effort;

    private PolicyPlan(IReadOnlyList<MethodGrants> methods, Effort effort)
    {
        (_methods, _effort) = (methods, effort);
        Allowed = [.. methods.SelectMany(method => ResourcePath.OfGranted(method))];
        Refused = [.. methods.SelectMany(method => ResourcePath.OfRefused(method)).Distinct()];
        RefusedSpellings = [.. OddSpellings().Distinct(StringComparer.Ordinal)];
    }

    public IReadOnlyList<ResourcePath> Allowed { get; }

    public IReadOnlyList<ResourcePath> Refused { get; }

    /// <summary>Globs over methods and paths alike.</summary>
    public IReadOnlyList<string> RefusedSpellings { get; }

    /// <summary>The plan, or else the first clash; neither when finding out takes too long.</summary>
    public static PolicyPlan? For(Grants grants, out PolicyClash? clash)
    {
        clash = null;
        HashSet<RouteRule> granted = new(grants.Allowed, ReferenceEqualityComparer.Instance);
        List<MethodGrants> methods = [];
        var effort = new Effort(Effort.OfPolicy);
        foreach (MethodRoutes routes in MethodRoutes.Of([.. grants.Allowed, .. grants.Refused], effort))
        {
            var method = new MethodGrants(routes, granted.Contains);
            clash = method.Clash;
            if (clash is not null || effort.IsSpent)
            {
                return null;
            }

            methods.Add(method);
        }

        var plan = new PolicyPlan(methods, effort);
        return effort.IsSpent ? null : plan;
    }

    /// <summary>True when the glob, with any method before it, matches no call that a granted route takes.</summary>
    public bool HitsNothing(string?[] glob) =>
        _methods.All(method => method.Hits(glob) is null && method.Hits([null, .. glob]) is null) && !_effort.IsSpent;

    private IEnumerable<string> OddSpellings()
    {
        if (_methods.Any(method => method.IsOpenToOddSlashes))
        {
            foreach (string odd in OddSlashes)
            {
                yield return odd;
            }
        }

        foreach (Respellable path in _methods.SelectMany(method => method.Respellable()))
        {
            foreach (string triplet in path.Texts.OfType<string>().SelectMany(Respelling.Triplets))
            {
                yield return $"*{triplet}*";
            }
        }
    }
}
