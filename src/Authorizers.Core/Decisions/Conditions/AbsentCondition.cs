using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>There is no value, not even an empty one.</summary>
internal sealed record AbsentCondition(RequestKey Key) : RequestCondition(Key)
{
    public override string OperatorName => "present: false";

    public override bool HoldsFor(RequestValues values, TimeProvider clock) => values.Of(Key).Count == 0;
}
