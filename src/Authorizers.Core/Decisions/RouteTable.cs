using System.Collections.Concurrent;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Decisions;

/// <summary>
/// All routes and who may call them. Nothing is allowed that no route names. What a principal gets depends on the principal and
/// on the values that conditions ask for, not on the method called, because API Gateway keeps the answer and applies it to every
/// other method too.
/// </summary>
public sealed class RouteTable
{
    /// <summary>
    /// How many divisions of the table are remembered, and how many routes of the API. Tokens decide how many divisions there
    /// are, and most APIs have a handful; of routes an API has a few hundred at most.
    /// </summary>
    private const int MaxRemembered = 1024;

    private const char Granted = '+';
    private const char Refused = '-';

    private readonly RouteRule[] _rules;
    private readonly TableConditions _conditions;
    private readonly ConcurrentDictionary<string, Grants> _divisions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ChosenRoute> _chosen = new(StringComparer.Ordinal);

    /// <param name="rules">In any order; no two with routes of the same shape.</param>
    public RouteTable(IEnumerable<RouteRule> rules)
    {
        Rules = [.. rules];
        _rules = [.. Rules.Order(Comparer<RouteRule>.Create((left, right) => left.Route.CompareTo(right.Route)))];
        _conditions = new TableConditions(_rules);
        Claims =
        [
            .. from rule in Rules
               from asked in rule.Claims
               from value in asked.Values
               group value by asked.Claim into claim
               select new ClaimRequirement(claim.Key, [.. claim.Distinct(StringComparer.Ordinal)]),
        ];
        ConditionKeys =
        [
            .. Rules.SelectMany((rule, index) => rule.When.Select(condition => new ConditionUse(condition.Key, index)))
                .DistinctBy(use => use.Key),
        ];
    }

    /// <summary>The values of the request that conditions ask for, each once.</summary>
    public IReadOnlyList<ConditionUse> ConditionKeys { get; }

    /// <summary>In the order in which they were given.</summary>
    internal IReadOnlyList<RouteRule> Rules { get; }

    /// <summary>The claims that rules ask for, each once, with all values that some rule accepts.</summary>
    internal IReadOnlyList<ClaimRequirement> Claims { get; }

    /// <summary>The decision for one call.</summary>
    /// <param name="verification">Of the credential that came with the call.</param>
    /// <param name="request">The call.</param>
    /// <param name="clock">For conditions on what is valid now.</param>
    public Decision Decide(VerificationResult verification, AuthorizerRequest request, TimeProvider clock)
    {
        RouteRule? called = Find(request);
        if (verification.Principal?.Obstacle is { } obstacle)
        {
            return new Decision.Denied(verification.Principal, obstacle, called, verification.Evidence);
        }

        if (verification.Principal is { } principal)
        {
            Grants grants = Divide(principal, request.Values, clock);
            return grants.Allowed.Count > 0
                ? new Decision.Allowed(principal, grants, called, verification.Evidence)
                : new Decision.Denied(
                    principal, called?.ReasonAgainst(principal) ?? Rejection.NotGranted, called, verification.Evidence);
        }

        return called is { Anyone: true }
            ? DecideForAnyone(verification, called, Divide(null, request.Values, clock))
            : new Decision.Unauthenticated(verification.Rejection, called, verification.Evidence);
    }

    /// <summary>
    /// The rule of the route that API Gateway took or would take; null when the table names none for it. The table may be finer
    /// than an HTTP API's routes: then the path decides.
    /// </summary>
    internal RouteRule? Find(AuthorizerRequest request) =>
        (request.RouteKey is { } routeKey ? Chosen(routeKey).Rule : null) ?? Find(request.Method);

    /// <summary>The rule of the route that API Gateway would take; null when the table names none for the call.</summary>
    internal RouteRule? Find(MethodArn method)
    {
        foreach (RouteRule rule in _rules)
        {
            if (rule.Route.Matches(method.HttpMethod, method.Path))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The route that an API says it took.</summary>
    internal ChosenRoute Chosen(string routeKey)
    {
        if (_chosen.TryGetValue(routeKey, out ChosenRoute known))
        {
            return known;
        }

        ChosenRoute chosen = RoutePattern.TryParse(routeKey, out RoutePattern? route, out _)
            ? new ChosenRoute(route, Array.Find(_rules, rule => rule.Route.Shape == route.Shape))
            : default;
        if (_chosen.Count < MaxRemembered)
        {
            _chosen[routeKey] = chosen;
        }

        return chosen;
    }

    /// <summary>
    /// No credential was needed, so it is the condition that failed; but with an acceptable credential other routes might have
    /// been open, so the caller is unauthenticated.
    /// </summary>
    private static Decision DecideForAnyone(VerificationResult verification, RouteRule called, Grants grants) =>
        grants.Allowed.Contains(called)
            ? new Decision.Allowed(Principal.Anonymous, grants, called, verification.Evidence)
            : new Decision.Unauthenticated(Rejection.ConditionFailed, called, verification.Evidence);

    /// <summary>
    /// Divides the table for a principal, or for someone without one. Equal divisions are one object, so that what follows from
    /// them can be remembered too.
    /// </summary>
    internal Grants Divide(Principal? principal, RequestValues values, TimeProvider clock)
    {
        ReadOnlySpan<bool> held = _conditions.Held(values, clock);
        Span<char> marks = stackalloc char[_rules.Length];
        for (int i = 0; i < marks.Length; i++)
        {
            bool granted = principal is null ? _rules[i].Anyone : _rules[i].Grants(principal);
            marks[i] = granted && _conditions.HoldFor(i, held) ? Granted : Refused;
        }

        if (_divisions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(marks, out Grants? known))
        {
            return known;
        }

        return Remember(marks.ToString());
    }

    private Grants Remember(string key)
    {
        var division = new Grants(
            [.. _rules.Where((_, index) => key[index] == Granted)], [.. _rules.Where((_, index) => key[index] == Refused)]);
        if (_divisions.Count >= MaxRemembered)
        {
            _divisions.Clear();
        }

        return _divisions.GetOrAdd(key, division);
    }
}
