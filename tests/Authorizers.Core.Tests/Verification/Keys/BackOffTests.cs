using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class BackOffTests
{
    private readonly StoppedClock _clock = new();

    [Fact]
    public void Nothing_holds_up_the_first() => Assert.True(new BackOff(_clock, new KeyRefresh()).IsOver);

    [Fact]
    public void Each_failure_doubles_the_pause_up_to_the_limit() =>
        Assert.Equal([5, 10, 20, 30, 30], Pauses(new BackOff(_clock, new KeyRefresh()), failures: 5));

    [Fact]
    public void A_limit_below_the_double_cuts_it() => Assert.Equal(
        [4, 7, 7],
        Pauses(
            new BackOff(_clock, new KeyRefresh { BackOff = TimeSpan.FromSeconds(4), BackOffLimit = TimeSpan.FromSeconds(7) }),
            failures: 3));

    [Fact]
    public void After_a_success_it_begins_anew()
    {
        var backOff = new BackOff(_clock, new KeyRefresh());
        Pauses(backOff, failures: 4);
        backOff.Fail(_clock.GetUtcNow());

        backOff.Reset();

        Assert.True(backOff.IsOver);
        Assert.Equal([5, 10], Pauses(backOff, failures: 2));
    }

    [Fact]
    public void The_pause_counts_from_the_failure()
    {
        var backOff = new BackOff(_clock, new KeyRefresh());

        backOff.Fail(_clock.GetUtcNow() - TimeSpan.FromSeconds(5));

        Assert.True(backOff.IsOver);
    }

    /// <summary>In whole seconds.</summary>
    private List<int> Pauses(BackOff backOff, int failures)
    {
        List<int> pauses = [];
        for (int failure = 0; failure < failures; failure++)
        {
            backOff.Fail(_clock.GetUtcNow());
            int seconds = 0;
            for (; !backOff.IsOver; seconds++)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
            }

            pauses.Add(seconds);
        }

        return pauses;
    }
}
