using System.Collections.Concurrent;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Decisions;

/// <summary>
/// All routes and who may call them. Nothing is allowed that no route names. What a principal gets depends on the principal
/// alone, not on
/// the method called, because API Gateway keeps the answer and applies it to every other method too.
/// </summary>
public sealed class RouteTable
{
    /// <summary>
    /// How many different divisions of the table are remembered; tokens decide how many there are, and most APIs have a
    /// handful.
    /// </summary>
    private const int MaxRemembered = 1024;

    private const char Granted = '+';
    private const char Refused = '-';

    private readonly RouteRule[] _rules;
    private readonly ConcurrentDictionary<string, Grants> _divisions = new(StringComparer.Ordinal);

    /// <param name="rules">In any order; no two with routes of the same shape.</param>
    public RouteTable(IEnumerable<RouteRule> rules) =>
        _rules = [.. rules.Order(Comparer<RouteRule>.Create((left, right) => left.Route.CompareTo(right.Route)))];

    /// <summary>The decision for one call.</summary>
    public Decision Decide(VerificationResult verification, MethodArn method)
    {
        RouteRule? called = Find(method);
        if (verification.Principal?.Obstacle is { } obstacle)
        {
            return new Decision.Denied(verification.Principal, obstacle, called, verification.Evidence);
        }

        if (verification.Succeeded)
        {
            Grants grants = Divide(verification.Principal);
            return grants.Allowed.Count > 0
                ? new Decision.Allowed(verification.Principal, grants, called, verification.Evidence)
                : new Decision.Denied(verification.Principal, Rejection.NotGranted, called, verification.Evidence);
        }

        return called is { Anyone: true }
            ? new Decision.Allowed(Principal.Anonymous, Divide(null), called, verification.Evidence)
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

    /// <summary>
    /// Divides the table for a principal, or for someone without one. Equal divisions are one object, so that what follows
    /// from them can
    /// be remembered too.
    /// </summary>
    private Grants Divide(Principal? principal)
    {
        Span<char> marks = stackalloc char[_rules.Length];
        for (int i = 0; i < marks.Length; i++)
        {
            bool granted = principal is null ? _rules[i].Anyone : _rules[i].Grants(principal);
            marks[i] = granted ? Granted : Refused;
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
