using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Verification;

public sealed class RecentTokensTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100)]
    public void At_most_so_many_are_remembered_and_the_latest_is(int capacity)
    {
        for (int last = 0; last < 300; last++)
        {
            RecentTokens<string> recent = Filled(capacity, last);

            int oldest = Enumerable.Range(0, last + 1).First(token => recent.TryGet(Digest(token), out _));
            Assert.InRange(oldest, last + 1 - capacity, last);
            Assert.True(recent.TryGet(Digest(last), out string? latest));
            Assert.Equal($"{last}", latest);
        }
    }

    [Fact]
    public void At_least_half_of_the_room_is_used()
    {
        RecentTokens<string> recent = Filled(100, 299);

        Assert.All(Enumerable.Range(250, 50), token => Assert.True(recent.TryGet(Digest(token), out _)));
    }

    [Fact]
    public void What_is_asked_for_again_outlives_what_is_not()
    {
        var recent = new RecentTokens<string>(10);
        recent.Set(Digest(0), "kept");
        for (int token = 1; token < 1000; token++)
        {
            recent.Set(Digest(token), "passing");
            Assert.True(recent.TryGet(Digest(0), out _), $"after {token}");
        }
    }

    [Fact]
    public void Without_room_nothing_is_remembered()
    {
        var recent = new RecentTokens<string>(0);
        recent.Set(Digest(1), "x");

        Assert.True(recent.IsOff);
        Assert.False(recent.TryGet(Digest(1), out _));
    }

    [Fact]
    public void A_token_has_the_last_value_it_was_given()
    {
        var recent = new RecentTokens<string>(4);
        recent.Set(Digest(1), "old");
        recent.Set(Digest(1), "new");

        Assert.True(recent.TryGet(Digest(1), out string? value));
        Assert.Equal("new", value);
    }

    [Fact]
    public void Digests_differ_wherever_tokens_do()
    {
        byte[] token = Some.Utf8(Some.Token());
        var digests = new HashSet<TokenDigest> { TokenDigest.Of(token) };
        for (int at = 0; at < token.Length; at++)
        {
            token[at] ^= 1;
            Assert.True(digests.Add(TokenDigest.Of(token)), $"byte {at}");
            token[at] ^= 1;
        }

        Assert.False(digests.Add(TokenDigest.Of(token)));
        Assert.Equal(nameof(TokenDigest), TokenDigest.Of(token).ToString());
    }

    private static RecentTokens<string> Filled(int capacity, int last)
    {
        var recent = new RecentTokens<string>(capacity);
        for (int token = 0; token <= last; token++)
        {
            recent.Set(Digest(token), $"{token}");
        }

        return recent;
    }

    private static TokenDigest Digest(int token) => TokenDigest.Of(BitConverter.GetBytes(token));
}
