using Authorizers.Core.Decisions.Conditions;

namespace Authorizers.Core.Tests.Decisions.Conditions;

public sealed class AddressConditionTests
{
    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.9", true)]
    [InlineData("203.0.113.77/24", "203.0.113.9", true)]
    [InlineData("203.0.113.0/24", "203.0.114.9", false)]
    [InlineData("203.0.113.9", "203.0.113.9", true)]
    [InlineData("203.0.113.9", "203.0.113.10", false)]
    [InlineData("0.0.0.0/0", "203.0.113.9", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("::/0", "203.0.113.9", false)]
    [InlineData("::/0", "2001:db8::1", true)]
    [InlineData("2001:db8::/32", "2001:DB8:0:0::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("203.0.113.0/24", "::ffff:203.0.113.9", true)]
    [InlineData("203.0.113.0/24", "::ffff:cb00:7109", true)]
    [InlineData("203.0.113.0/24", "::203.0.113.9", false)]
    [InlineData("::ffff:203.0.113.0/120", "203.0.113.9", true)]
    [InlineData("10.0.0.0/8 203.0.113.0/24", "203.0.113.9", true)]
    [InlineData("10.0.0.0/8 203.0.113.0/24", "11.0.0.1", false)]
    public void The_value_is_an_address_in_one_of_the_ranges(string ranges, string value, bool holds) =>
        Assert.Equal(holds, Asked.Holds(Condition(ranges.Split(' ')), value));

    [Theory]
    [InlineData("")]
    [InlineData("203.0.113.9, 10.0.0.1")]
    [InlineData(" 203.0.113.9")]
    [InlineData("203.0.113.9:443")]
    [InlineData("[2001:db8::1]")]
    [InlineData("203.0.113.9/32")]
    [InlineData("203.0.113.009")]
    [InlineData("203.0.113")]
    [InlineData("0xcb007109")]
    [InlineData("fe80::1%eth0")]
    public void What_is_no_address_is_in_no_range(string value) =>
        Assert.False(Asked.Holds(Condition("0.0.0.0/0", "::/0"), value));

    [Fact]
    public void Two_addresses_are_none()
    {
        Assert.False(Asked.Holds(Condition("0.0.0.0/0")));
        Assert.False(Asked.Holds(Condition("0.0.0.0/0"), "10.0.0.1", "10.0.0.1"));
    }

    [Fact]
    public void Two_conditions_are_equal_when_they_ask_the_same()
    {
        Assert.Equal(Condition("10.0.0.0/8", "::1"), Condition("::1", "10.1.2.3/8", "10.0.0.0/8"));
        Assert.Equal(Condition("10.0.0.0/8", "::1").GetHashCode(), Condition("::1", "10.1.2.3/8").GetHashCode());
        Assert.NotEqual(Condition("10.0.0.0/8"), Condition("10.0.0.0/9"));
        Assert.NotEqual(Condition("10.0.0.0/8"), Condition("10.0.0.0/8", "::1"));
    }

    private static AddressCondition Condition(params string[] ranges) =>
        new(Some.Key("context.identity.sourceIp"), ranges.Select(Range));

    private static NetworkRange Range(string text)
    {
        Assert.True(NetworkRange.TryParse(text, out NetworkRange? range), text);
        return range;
    }
}
