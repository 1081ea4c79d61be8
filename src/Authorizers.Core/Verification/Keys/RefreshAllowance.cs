using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// How often unknown keys may cause a fetch: so many in a row, then one more for each refill, and never two within the
/// interval. Junk key ids cost the issuer no more than that. Whatever was counted in a time that is still to come, because the
/// clock was set back, is forgotten.
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
            TimeSpan most = figures.UnknownKeyBurst * figures.UnknownKeyRefill;
            DateTimeOffset fullAfterThis = (_full > now && _full - now <= most ? _full : now) + figures.UnknownKeyRefill;
            if ((now - _last).Duration() < figures.UnknownKeyInterval || fullAfterThis - now > most)
            {
                return false;
            }

            (_full, _last) = (fullAfterThis, now);
            return true;
        }
    }
}
