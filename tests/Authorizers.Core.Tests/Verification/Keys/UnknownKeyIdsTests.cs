using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class UnknownKeyIdsTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromTicks(1);

    private readonly StoppedClock _clock = new();
    private readonly UnknownKeyIds _unknown;

    public UnknownKeyIdsTests() => _unknown = new UnknownKeyIds(_clock, new KeyRefresh());

    [Fact]
    public void A_key_id_is_remembered_for_five_minutes()
    {
        Assert.False(_unknown.Contains("junk"));
        _unknown.Add("junk");

        _clock.Advance(TimeSpan.FromMinutes(5) - Moment);
        Assert.True(_unknown.Contains("junk"));
        _clock.Advance(Moment);
        Assert.False(_unknown.Contains("junk"));
    }

    [Fact]
    public void Another_mention_does_not_prolong_that_and_a_later_one_begins_anew()
    {
        _unknown.Add("junk");
        _clock.Advance(TimeSpan.FromMinutes(4));
        _unknown.Add("junk");
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(_unknown.Contains("junk"));

        _unknown.Add("junk");
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.True(_unknown.Contains("junk"));
    }

    [Fact]
    public void Of_more_than_a_thousand_the_oldest_is_forgotten()
    {
        for (int i = 0; i < 1500; i++)
        {
            _unknown.Add($"junk{i}");
        }

        Assert.Equal(Enumerable.Range(500, 1000), Enumerable.Range(0, 1500).Where(i => _unknown.Contains($"junk{i}")));
    }

    [Fact]
    public void Key_ids_compare_ordinally_and_no_key_id_is_one_of_them()
    {
        _unknown.Add("junk");
        Assert.False(_unknown.Contains("JUNK"));
        Assert.False(_unknown.Contains(null));

        _unknown.Add(null);
        Assert.True(_unknown.Contains(null));
    }

    [Fact]
    public void Many_threads_may_use_it_and_it_stays_within_its_bounds()
    {
        var unknown = new UnknownKeyIds(_clock, new KeyRefresh { UnknownKeyCount = 50 });

        Parallel.For(0, 20_000, i =>
        {
            unknown.Add($"junk{i % 200}");
            unknown.Contains($"junk{i % 190}");
        });

        Assert.Equal(50, Enumerable.Range(0, 200).Count(i => unknown.Contains($"junk{i}")));
    }
}
