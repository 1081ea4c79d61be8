using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>
/// Holds a decision to the route that an HTTP API chose. Its events have the path decoded: <c>/orders/a%2Fb</c> looks like
/// <c>/orders/a/b</c>, and the rule found for the one is not that of the other. Where the two differ, the call is refused.
/// </summary>
/// <param name="routes">That decided.</param>
/// <param name="keepsYesOrNo">
/// API Gateway keeps a yes or no for the whole route that it chose: where the table does not name that route, the next path may
/// be another rule's.
/// </param>
public sealed class RoutedPaths(RouteTable routes, bool keepsYesOrNo = false)
{
    /// <summary>The decision itself, or one that objects to the call.</summary>
    public Decision Hold(Decision decision, AuthorizerRequest request) =>
        decision is Decision.Allowed allowed && !(keepsYesOrNo && allowed.Reason is not null) && !Agrees(request, allowed.Grants)
            ? allowed with { Objection = Rejection.PathUnsafe }
            : decision;

    private bool Agrees(AuthorizerRequest request, Grants grants)
    {
        if (request.RouteKey is not { } key)
        {
            return !keepsYesOrNo;
        }

        ChosenRoute chosen = routes.Chosen(key);
        if (chosen.Rule is null)
        {
            return !keepsYesOrNo
                && (key == RouteKeyText.Default || IsMatched(chosen, request.Method))
                && PathSpelling.IsSafe(grants, request.Method);
        }

        return key == RouteKeyText.Default
            || (IsMatched(chosen, request.Method) && ReferenceEquals(chosen.Rule, routes.Find(request.Method)));
    }

    private static bool IsMatched(ChosenRoute chosen, MethodArn method) =>
        chosen.Route is { } route && route.Matches(method.HttpMethod, method.Path);
}
