using Authorizers.Core.Configuration;

namespace Authorizers.Core.Verification.Keys;

/// <summary>
/// The pause after a failed fetch, doubled by each further failure up to a limit. Whoever uses it holds a lock.
/// </summary>
internal sealed class BackOff(TimeProvider clock, KeyRefresh figures)
{
    private TimeSpan _pause;
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public bool IsOver => clock.GetUtcNow() >= _until;

    public void Fail(DateTimeOffset at)
    {
        TimeSpan longer = _pause > TimeSpan.Zero ? 2 * _pause : figures.BackOff;
        _pause = longer < figures.BackOffLimit ? longer : figures.BackOffLimit;
        _until = at + _pause;
    }

    public void Reset() => (_pause, _until) = (TimeSpan.Zero, DateTimeOffset.MinValue);
}
