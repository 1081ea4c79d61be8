using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>What a route asks of one value of the request, beside what it asks of the principal.</summary>
/// <param name="Key">Which value.</param>
public abstract record RequestCondition(RequestKey Key)
{
    /// <summary>True when the request fulfils it.</summary>
    public abstract bool HoldsFor(RequestValues values);
}
