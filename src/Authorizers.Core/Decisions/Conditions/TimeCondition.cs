using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions.Conditions;

/// <summary>The value is a time before or after another; at the very same time neither holds.</summary>
/// <param name="Key">One of <see cref="RequestTime"/>.</param>
/// <param name="IsBefore">Else after.</param>
/// <param name="Limit">Null for the time of the decision.</param>
internal sealed record TimeCondition(RequestKey Key, bool IsBefore, DateTimeOffset? Limit) : ValueCondition(Key)
{
    public override string OperatorName => IsBefore ? "before" : "after";

    protected override bool Accepts(string value, TimeProvider clock)
    {
        if (!RequestTime.TryRead(Key, value, out DateTimeOffset time))
        {
            return false;
        }

        DateTimeOffset limit = Limit ?? clock.GetUtcNow();
        return IsBefore ? time < limit : time > limit;
    }
}
