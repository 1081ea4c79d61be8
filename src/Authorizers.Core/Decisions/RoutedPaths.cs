using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>
/// Holds a decision to the route that an HTTP API chose. Its events have the path decoded: <c>/orders/a%2Fb</c> looks like
/// <c>/orders/a/b</c>, and the rule found for the one is not that of the other. Where the two differ, the call is refused.
/// </summary>
/// <param name="routes">That decided.</param>
public sealed class RoutedPaths(RouteTable routes)
{
    /// <summary>API Gateway chooses among the routes of an API, of which there are at most a few hundred.</summary>
    private const int MaxRemembered = 1024;

    private readonly ConcurrentDictionary<string, ChosenRoute> _chosen = new(StringComparer.Ordinal);

    /// <summary>The decision itself, or one that objects to the call.</summary>
    public Decision Hold(Decision decision, AuthorizerRequest request) =>
        decision is Decision.Allowed allowed && !Agrees(request)
            ? allowed with { Objection = Rejection.PathUnsafe }
            : decision;

    private bool Agrees(AuthorizerRequest request)
    {
        if (request.RouteKey is not { } key || key == "$default")
        {
            return true;
        }

        ChosenRoute chosen = Find(key);
        return chosen.Route is { } route
            && route.Matches(request.Method.HttpMethod, request.Method.Path)
            && (chosen.Rule is null || ReferenceEquals(chosen.Rule, routes.Find(request.Method)));
    }

    private ChosenRoute Find(string key)
    {
        if (_chosen.TryGetValue(key, out ChosenRoute known))
        {
            return known;
        }

        ChosenRoute chosen = RoutePattern.TryParse(key, out RoutePattern? route, out _)
            ? new ChosenRoute(route, routes.Named(route))
            : default;
        if (_chosen.Count < MaxRemembered)
        {
            _chosen[key] = chosen;
        }

        return chosen;
    }

    /// <param name="Route">Null when the key is no route that a table can name.</param>
    /// <param name="Rule">Of the same route; null where the table has finer ones below it.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct ChosenRoute(RoutePattern? Route, RouteRule? Rule);
}
