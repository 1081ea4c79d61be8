using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>
/// What a route asks of one value of the request, beside what it asks of the principal. Two are equal when they ask the same.
/// </summary>
/// <param name="Key">Which value.</param>
public abstract record RequestCondition(RequestKey Key)
{
    /// <summary>As the configuration spells it; <c>equals</c> for one value and <c>in</c> for more.</summary>
    public abstract string OperatorName { get; }

    /// <summary>True when the request fulfils it.</summary>
    /// <param name="values">Of the request.</param>
    /// <param name="clock">For conditions on what is valid now; others do not look at it.</param>
    public abstract bool HoldsFor(RequestValues values, TimeProvider clock);

    /// <summary>The key and the operator, never what the value is compared with: it may be a secret.</summary>
    public sealed override string ToString() => $"{Key} {OperatorName}";
}
