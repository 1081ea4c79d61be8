using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class RefreshAllowanceTests
{
    private readonly StoppedClock _clock = new();
    private readonly RefreshAllowance _allowance;

    public RefreshAllowanceTests() => _allowance = new RefreshAllowance(_clock, new KeyRefresh());

    [Fact]
    public void The_first_may_be_taken_at_once_and_the_second_after_five_seconds()
    {
        Assert.True(_allowance.TryTake());
        Assert.False(_allowance.TryTake());
        Assert.False(TryTakeAfter(4.999));
        Assert.True(TryTakeAfter(0.001));
    }

    [Fact]
    public void A_refusal_costs_nothing()
    {
        Assert.True(_allowance.TryTake());
        Assert.All(Enumerable.Range(1, 4), _ => Assert.False(TryTakeAfter(1)));
        Assert.True(TryTakeAfter(1));
    }

    [Fact]
    public void Four_in_a_row_and_then_one_for_every_thirty_seconds()
    {
        Assert.Equal([0, 5, 10, 15, 30, 60, 90, 120], TimesTaken(seconds: 149));
    }

    [Fact]
    public void It_fills_up_again_and_never_beyond_four()
    {
        TimesTaken(seconds: 20);

        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal([0, 5, 10, 15, 30], TimesTaken(seconds: 59));
    }

    [Fact]
    public void No_more_than_four_and_one_per_thirty_seconds_are_had_whenever_they_are_asked_for()
    {
        var chance = new Random(20261120);
        int taken = 0;
        TimeSpan passed = TimeSpan.Zero;
        for (int i = 0; i < 2000; i++)
        {
            TimeSpan pause = TimeSpan.FromSeconds(chance.NextDouble() * chance.Next(1, 60));
            passed += pause;
            taken += TryTakeAfter(pause.TotalSeconds) ? 1 : 0;
            Assert.InRange(taken, 0, 4 + (int)(passed.TotalSeconds / 30));
        }
    }

    [Fact]
    public void Of_many_at_the_same_time_one_gets_it()
    {
        int taken = 0;

        Parallel.For(0, 100, i => Interlocked.Add(ref taken, _allowance.TryTake() ? 1 : 0));

        Assert.Equal(1, taken);
    }

    /// <summary>Asks every second and says when it was granted.</summary>
    private List<int> TimesTaken(int seconds)
    {
        List<int> times = [];
        for (int second = 0; second <= seconds; second++)
        {
            if (TryTakeAfter(second == 0 ? 0 : 1))
            {
                times.Add(second);
            }
        }

        return times;
    }

    private bool TryTakeAfter(double seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return _allowance.TryTake();
    }
}
