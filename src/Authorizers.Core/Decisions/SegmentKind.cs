namespace Authorizers.Core.Decisions;

/// <summary>What one segment of a route matches. The order is API Gateway's preference: the smaller wins.</summary>
internal enum SegmentKind
{
    Literal = 0,
    Parameter,
    Greedy,
}
