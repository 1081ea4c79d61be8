using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>There is one value, and it is not empty.</summary>
internal sealed record PresentCondition(RequestKey Key) : ValueCondition(Key)
{
    public override string OperatorName => "present";

    protected override bool Accepts(string value, TimeProvider clock) => value.Length > 0;
}
