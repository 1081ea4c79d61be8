using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>A glob that a policy allows, and the rule that it is there for.</summary>
internal sealed record GrantedGlob(RouteRule Rule, string?[] Glob);
