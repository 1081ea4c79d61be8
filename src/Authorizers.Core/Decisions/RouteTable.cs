using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Decisions;

/// <summary>
/// All routes and who may call them. Nothing is allowed that no route names. What a principal gets depends on the principal alone, not on
/// the method called, because API Gateway keeps the answer and applies it to every other method too.
/// </summary>
public sealed class RouteTable
{
    private readonly RouteRule[] _rules;

    /// <param name="rules">In any order; no two with routes of the same shape.</param>
    public RouteTable(IEnumerable<RouteRule> rules) =>
        _rules = [.. rules.Order(Comparer<RouteRule>.Create((left, right) => left.Route.CompareTo(right.Route)))];

    /// <summary>The decision for one call.</summary>
    public Decision Decide(VerificationResult verification, MethodArn method)
    {
        RouteRule? called = Find(method);
        if (verification.Succeeded)
        {
            Grants grants = Divide(rule => rule.Grants(verification.Principal));
            return grants.Allowed.Count > 0
                ? new Decision.Allowed(verification.Principal, grants, called, verification.Evidence)
                : new Decision.Denied(verification.Principal, Rejection.NotGranted, called, verification.Evidence);
        }

        return called is { Anyone: true }
            ? new Decision.Allowed(Principal.Anonymous, Divide(rule => rule.Anyone), called, verification.Evidence)
            : new Decision.Unauthenticated(verification.Rejection, called, verification.Evidence);
    }

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

    private Grants Divide(Predicate<RouteRule> isGranted) =>
        new(Array.FindAll(_rules, isGranted), Array.FindAll(_rules, rule => !isGranted(rule)));
}
