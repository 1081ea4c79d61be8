using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>A value of the request that a rule asks for.</summary>
/// <param name="Key">Which value.</param>
/// <param name="Rule">The index of the first rule that does, as the rules were given.</param>
public sealed record ConditionUse(RequestKey Key, int Rule);
