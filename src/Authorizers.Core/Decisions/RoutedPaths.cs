using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>
/// Holds a decision to the route that an HTTP API chose. Its events have the path decoded: <c>/orders/a%2Fb</c> looks like
/// <c>/orders/a/b</c>, and the rule found for the one is not that of the other. Where the two differ, the call is refused.
/// </summary>
/// <param name="routes">That decided.</param>
public sealed class RoutedPaths(RouteTable routes)
{
    /// <summary>The decision itself, or one that objects to the call.</summary>
    public Decision Hold(Decision decision, AuthorizerRequest request) =>
        decision is Decision.Allowed allowed && !Agrees(request)
            ? allowed with { Objection = Rejection.PathUnsafe }
            : decision;

    private bool Agrees(AuthorizerRequest request)
    {
        if (request.RouteKey is not { } key || key == RouteKeyText.Default)
        {
            return true;
        }

        ChosenRoute chosen = routes.Chosen(key);
        return chosen.Route is { } route
            && route.Matches(request.Method.HttpMethod, request.Method.Path)
            && (chosen.Rule is null || ReferenceEquals(chosen.Rule, routes.Find(request.Method)));
    }
}
