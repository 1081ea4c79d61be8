using Authorizers.Core.Policies.Exactness;

namespace Authorizers.Core.Policies;

/// <summary>What came of building a policy. A policy that is not exact, or that API Gateway would not take, is none.</summary>
internal abstract record BuiltPolicy
{
    private BuiltPolicy()
    {
    }

    /// <summary>Allows a call exactly when the route that takes it is granted.</summary>
    public sealed record Exact(PolicyDocument Document) : BuiltPolicy;

    /// <summary>Globs cannot tell these routes apart.</summary>
    public sealed record Inexpressible(PolicyClash Clash) : BuiltPolicy;

    /// <summary>To find out whether globs can tell the routes apart would take too long.</summary>
    public sealed record TooIntricate : BuiltPolicy;

    /// <summary>The shortest exact policy has so many bytes, or a resource that is too long.</summary>
    public sealed record TooLarge(int Bytes) : BuiltPolicy;
}
