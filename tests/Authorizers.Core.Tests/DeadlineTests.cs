namespace Authorizers.Core.Tests;

public sealed class DeadlineTests
{
    private readonly StoppedClock _clock = new();

    [Fact]
    public void What_remains_shrinks_to_nothing_and_no_further()
    {
        using var deadline = new Deadline(_clock, The.Moment.AddSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), deadline.Remaining);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(2), deadline.Remaining);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.Zero, deadline.Remaining);
    }

    [Fact]
    public void The_token_is_cancelled_at_the_deadline_and_not_before()
    {
        using var deadline = new Deadline(_clock, The.Moment.AddSeconds(3));
        CancellationToken token = deadline.Token;

        _clock.Advance(TimeSpan.FromSeconds(2.999));
        Assert.False(token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void A_token_first_asked_for_late_has_only_the_time_that_is_left()
    {
        using var deadline = new Deadline(_clock, The.Moment.AddSeconds(3));
        _clock.Advance(TimeSpan.FromSeconds(2));
        CancellationToken token = deadline.Token;

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void A_deadline_that_has_passed_is_cancelled_from_the_start()
    {
        using var deadline = new Deadline(_clock, The.Moment.AddSeconds(-1));

        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void There_is_one_token()
    {
        using var deadline = new Deadline(_clock, The.Moment.AddSeconds(3));

        Assert.Equal(deadline.Token, deadline.Token);
    }
}
