using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Decisions;

/// <summary>Holds, and counts how often it was asked; its copies count with it.</summary>
internal sealed record CountingCondition(RequestKey Key) : RequestCondition(Key)
{
    public int[] Count { get; } = [0];

    public override string OperatorName => "counting";

    public override bool HoldsFor(RequestValues values, TimeProvider clock) => ++Count[0] > 0;
}
