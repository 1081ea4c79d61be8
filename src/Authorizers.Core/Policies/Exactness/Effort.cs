namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// What it may cost to tell the routes of a table apart. The ways in which wildcards lie over each other grow exponentially with
/// their number, so a table could take hours.
/// </summary>
/// <param name="steps">One for each segment laid.</param>
internal sealed class Effort(int steps)
{
    /// <summary>For one policy: less than a second.</summary>
    public const int OfPolicy = 4_000_000;

    /// <summary>For all that a table makes possible, once, at start: less than a second.</summary>
    public const int OfTable = 4_000_000;

    /// <summary>For one spelling of a path: it is written, and stands in the policy.</summary>
    public const int OfSpelling = 64;

    private int _left = steps;

    /// <summary>True from the moment on at which nothing may be concluded any more.</summary>
    public bool IsSpent => _left < 0;

    /// <summary>False when there is too little left; then there is nothing left for others either.</summary>
    public bool TrySpend(long some)
    {
        _left = _left >= 0 && some <= _left ? _left - (int)some : -1;
        return _left >= 0;
    }
}
