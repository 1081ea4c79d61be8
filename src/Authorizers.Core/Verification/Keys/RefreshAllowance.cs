using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// How often unknown keys may cause a fetch: so many in a row, then one more for each refill, and never two within the
/// interval. Junk key ids cost the issuer no more than that.
/// </summary>
internal sealed class RefreshAllowance(TimeProvider clock, KeyRefresh figures)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _full = DateTimeOffset.MinValue;
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    /// <summary>True when a fetch may be made now; it is then counted.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            DateTimeOffset fullAfterThis = (_full > now ? _full : now) + figures.UnknownKeyRefill;
            if (now - _last < figures.UnknownKeyInterval
                || fullAfterThis - now > figures.UnknownKeyBurst * figures.UnknownKeyRefill)
            {
                return false;
            }

            (_full, _last) = (fullAfterThis, now);
            return true;
        }
    }
}
