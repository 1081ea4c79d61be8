using System.Collections.Concurrent;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Policies;

/// <summary>
/// Remembers policies, which follow from the grants and the stage alone. Bounded: beyond the bound it forgets them all and
/// starts anew.
/// </summary>
internal sealed class PolicyCache
{
    private const int MaxRemembered = 256;

    private readonly ConcurrentDictionary<Grants, ConcurrentDictionary<string, PolicyBuilder>> _policies = new();
    private int _count;

    public PolicyBuilder For(Grants grants, MethodArn method)
    {
        if (_policies.TryGetValue(grants, out ConcurrentDictionary<string, PolicyBuilder>? stages)
            && stages.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(method.StageArn, out PolicyBuilder? known))
        {
            return known;
        }

        var policy = new PolicyBuilder(grants, method);
        if (Interlocked.Increment(ref _count) > MaxRemembered)
        {
            _policies.Clear();
            Volatile.Write(ref _count, 1);
        }

        stages = _policies.GetOrAdd(grants, _ => new ConcurrentDictionary<string, PolicyBuilder>(StringComparer.Ordinal));
        return stages.GetOrAdd(method.StageArn.ToString(), policy);
    }
}
