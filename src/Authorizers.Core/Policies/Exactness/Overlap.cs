namespace Authorizers.Core.Policies.Exactness;

/// <summary>The paths that a route and a glob have in common, one way in which the glob's wildcards can lie over them.</summary>
/// <param name="Shape">The route's segments, with what the glob says of those that the route leaves open.</param>
/// <param name="UnderWildcard">
/// For each segment: a wildcard lies over it, so that any other spelling of it is covered too.
/// </param>
internal sealed record Overlap(string?[] Shape, bool[] UnderWildcard);
