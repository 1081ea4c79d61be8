using Authorizers.Core.Decisions.Conditions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Tests.Decisions.Conditions;

public sealed class PresenceTests
{
    private static readonly RequestKey Key = Some.Key("header.X-Forwarded-Host");

    [Fact]
    public void Present_is_one_value_that_is_not_empty()
    {
        var present = new PresentCondition(Key);

        Assert.True(Asked.Holds(present, "a"));
        Assert.False(Asked.Holds(present));
        Assert.False(Asked.Holds(present, ""));
        Assert.False(Asked.Holds(present, "a", "b"));
    }

    [Fact]
    public void Not_present_is_no_value_and_not_an_empty_one()
    {
        var absent = new AbsentCondition(Key);

        Assert.True(Asked.Holds(absent));
        Assert.False(Asked.Holds(absent, ""));
        Assert.False(Asked.Holds(absent, "a"));
        Assert.False(Asked.Holds(absent, "a", "b"));
    }

    [Fact]
    public void The_two_are_not_equal()
    {
        Assert.NotEqual<object>(new PresentCondition(Key), new AbsentCondition(Key));
        Assert.Equal(new AbsentCondition(Key), new AbsentCondition(Some.Key("header.x-forwarded-host")));
    }
}
