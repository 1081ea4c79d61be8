namespace Authorizers.Core.Decisions;

/// <summary>
/// The route table divided for one principal: what it may call and what it may not. Two are equal when they are the same
/// object.
/// </summary>
public sealed class Grants
{
    /// <param name="allowed">The rules that grant.</param>
    /// <param name="refused">All others.</param>
    public Grants(IReadOnlyList<RouteRule> allowed, IReadOnlyList<RouteRule> refused) => (Allowed, Refused) = (allowed, refused);

    /// <summary>The rules that grant.</summary>
    public IReadOnlyList<RouteRule> Allowed { get; }

    /// <summary>All others.</summary>
    public IReadOnlyList<RouteRule> Refused { get; }
}
