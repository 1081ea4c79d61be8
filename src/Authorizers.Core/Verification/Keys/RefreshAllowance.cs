namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// How often unknown key ids may cause a fetch: four at once, one more every 30 seconds, and never two within five seconds.
/// Junk key ids
/// cost the issuer no more than that.
/// </summary>
internal sealed class RefreshAllowance(TimeProvider clock)
{
    private const int Burst = 4;
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private DateTimeOffset _full = DateTimeOffset.MinValue;
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    /// <summary>True when a fetch may be made now; it is then counted.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            DateTimeOffset fullAfterThis = (_full > now ? _full : now) + Refill;
            if (now - _last < Interval || fullAfterThis - now > Burst * Refill)
            {
                return false;
            }

            (_full, _last) = (fullAfterThis, now);
            return true;
        }
    }
}
