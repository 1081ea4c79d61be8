using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// The pause after a failed fetch, doubled by each further failure up to a limit. A clock that is set back does not make it longer.
/// Whoever uses it holds a lock.
/// </summary>
internal sealed class BackOff(TimeProvider clock, KeyRefresh figures)
{
    private TimeSpan _pause;
    private DateTimeOffset _since;

    public bool IsOver => (clock.GetUtcNow() - _since).Duration() >= _pause;

    public void Fail(DateTimeOffset at)
    {
        TimeSpan longer = _pause > TimeSpan.Zero ? 2 * _pause : figures.BackOff;
        _pause = longer < figures.BackOffLimit ? longer : figures.BackOffLimit;
        _since = at;
    }

    public void Reset() => _pause = TimeSpan.Zero;
}
