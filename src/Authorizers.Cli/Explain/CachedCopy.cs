namespace Authorizers.Cli.Explain;

/// <summary>Whether the answer, kept by API Gateway, would answer calls of other routes as a fresh one does.</summary>
/// <param name="IsKept">False when no copy of it ever answers another route.</param>
/// <param name="Remarks">Sentences about how it is kept.</param>
/// <param name="Routes">Empty when it is not kept.</param>
internal sealed record CachedCopy(bool IsKept, IReadOnlyList<string> Remarks, IReadOnlyList<RouteComparison> Routes)
{
    public bool IsAlike => Routes.All(route => route.IsAlike);
}
