using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting;

/// <summary>A route as people write it: <c>GET /orders</c>, or <c>$connect</c>.</summary>
internal static class RouteText
{
    public static string Of(ApiRoute route) => $"{route.Method} {route.Path}".Trim();

    /// <summary>True for what a browser asks before it sends a call of another origin, without a credential.</summary>
    public static bool IsPreflight(ApiRoute route) => route.Method == "OPTIONS";
}
