using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Decisions.Conditions;

/// <summary>Asks a condition about a request in which its key has these values.</summary>
internal static class Asked
{
    public static bool Holds(RequestCondition condition, params IEnumerable<string> values) => condition.HoldsFor(
        new RequestValues([.. values.Select(value => KeyValuePair.Create(condition.Key, value))]), new StoppedClock());
}
