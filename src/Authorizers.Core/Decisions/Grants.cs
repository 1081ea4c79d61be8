namespace Authorizers.Core.Decisions;

/// <summary>The route table divided for one principal: what it may call and what it may not.</summary>
/// <param name="Allowed">The rules that grant.</param>
/// <param name="Refused">All others.</param>
public sealed record Grants(IReadOnlyList<RouteRule> Allowed, IReadOnlyList<RouteRule> Refused);
