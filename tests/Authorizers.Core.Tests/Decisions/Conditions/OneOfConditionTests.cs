using Authorizers.Core.Decisions.Conditions;

namespace Authorizers.Core.Tests.Decisions.Conditions;

public sealed class OneOfConditionTests
{
    private const string Header = "header.X-Hook-Secret";
    private const string Thumbprint = "clientCertificate.thumbprint";

    private static readonly string Digest = string.Concat(Enumerable.Repeat("ab01", 16));

    [Theory]
    [InlineData("blue", "blue", true)]
    [InlineData("blue green", "green", true)]
    [InlineData("blue green", "blue", true)]
    [InlineData("blue", "Blue", false)]
    [InlineData("blue", "blu", false)]
    [InlineData("blue", "blue ", false)]
    [InlineData("blue", "blues", false)]
    [InlineData("blue", "", false)]
    [InlineData("blue", "green", false)]
    [InlineData("blue green", "blue,green", false)]
    [InlineData("e\u0301", "\u00e9", false)]
    public void The_value_is_one_of_the_texts_to_the_letter(string texts, string value, bool holds) =>
        Assert.Equal(holds, Asked.Holds(Condition(Header, texts.Split(' ')), value));

    [Fact]
    public void Two_values_are_none_even_when_both_are_good()
    {
        OneOfCondition condition = Condition(Header, "a", "b");

        Assert.False(Asked.Holds(condition));
        Assert.False(Asked.Holds(condition, "a", "a"));
        Assert.False(Asked.Holds(condition, "a", "b"));
        Assert.False(Asked.Holds(condition, "a", ""));
    }

    [Fact]
    public void A_header_is_found_whatever_the_case_of_its_name() => Assert.True(Condition(Header, "a").HoldsFor(
        Some.Values(("header.x-hook-secret", "a"), ("query.X-Hook-Secret", "b")), new StoppedClock()));

    [Fact]
    public void A_thumbprint_is_the_same_in_any_case_with_and_without_colons()
    {
        string capitals = string.Join(':', Digest.Chunk(2).Select(pair => new string(pair).ToUpperInvariant()));

        Assert.True(Asked.Holds(Condition(Thumbprint, capitals), Digest));
        Assert.True(Asked.Holds(Condition(Thumbprint, Digest), capitals));
        Assert.Equal(Condition(Thumbprint, Digest), Condition(Thumbprint, capitals));
        Assert.False(Asked.Holds(Condition(Thumbprint, Digest), Digest[..^1] + "0"));
        Assert.False(Asked.Holds(Condition(Header, Digest), Digest.ToUpperInvariant()));
    }

    [Fact]
    public void Two_conditions_are_equal_when_they_ask_the_same()
    {
        Assert.Equal(Condition(Header, "a", "b", "b"), Condition("header.x-hook-secret", "b", "a"));
        Assert.Equal(Condition(Header, "a", "b").GetHashCode(), Condition("header.x-hook-secret", "b", "a").GetHashCode());
        Assert.NotEqual(Condition(Header, "a"), Condition(Header, "b"));
        Assert.NotEqual(Condition(Header, "a"), Condition(Header, "a", "b"));
        Assert.NotEqual(Condition(Header, "a"), Condition("query.X-Hook-Secret", "a"));
    }

    [Fact]
    public void It_prints_nothing_of_the_texts()
    {
        Assert.Equal("header.X-Hook-Secret equals", Condition(Header, "s3cr3t").ToString());
        Assert.Equal("header.X-Hook-Secret in", Condition(Header, "s3cr3t", "older").ToString());
    }

    private static OneOfCondition Condition(string key, params string[] texts) => new(Some.Key(key), texts);
}
