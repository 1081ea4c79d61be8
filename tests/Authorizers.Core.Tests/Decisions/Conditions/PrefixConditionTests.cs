using Authorizers.Core.Decisions.Conditions;

namespace Authorizers.Core.Tests.Decisions.Conditions;

public sealed class PrefixConditionTests
{
    private static readonly PrefixCondition Condition = new(Some.Key("query.version"), "v2.");

    [Theory]
    [InlineData("v2.", true)]
    [InlineData("v2.1", true)]
    [InlineData("v2", false)]
    [InlineData("", false)]
    [InlineData("V2.1", false)]
    [InlineData(" v2.1", false)]
    [InlineData("v1.v2.", false)]
    public void The_value_begins_with_the_text_to_the_letter(string value, bool holds) =>
        Assert.Equal(holds, Asked.Holds(Condition, value));

    [Fact]
    public void Two_values_are_none()
    {
        Assert.False(Asked.Holds(Condition));
        Assert.False(Asked.Holds(Condition, "v2.1", "v2.1"));
    }

    [Fact]
    public void The_beginning_of_a_thumbprint_is_the_same_in_any_case_with_and_without_colons()
    {
        var condition = new PrefixCondition(Some.Key("clientCertificate.thumbprint"), "AB:0");

        Assert.True(Asked.Holds(condition, "ab01cd"));
        Assert.True(Asked.Holds(condition, "AB:01:CD"));
        Assert.False(Asked.Holds(condition, "ab"));
    }

    [Fact]
    public void Two_conditions_are_equal_when_they_ask_the_same_and_neither_prints_the_text()
    {
        Assert.Equal(Condition, new PrefixCondition(Some.Key("query.version"), "v2."));
        Assert.NotEqual(Condition, new PrefixCondition(Some.Key("query.version"), "v2"));
        Assert.Equal("query.version prefix", Condition.ToString());
    }
}
