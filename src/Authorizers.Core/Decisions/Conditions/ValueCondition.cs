using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>
/// A condition that exactly one value fulfils. A second one fails it, whatever it is: which of the two the backend takes is not
/// known here.
/// </summary>
internal abstract record ValueCondition(RequestKey Key) : RequestCondition(Key)
{
    public sealed override bool HoldsFor(RequestValues values, TimeProvider clock) =>
        values.Of(Key) is [var value] && Accepts(value, clock);

    protected abstract bool Accepts(string value, TimeProvider clock);
}
