using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Exactness;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>Tables over which the builder would sit for hours, and those that only look so.</summary>
public sealed class EffortTests
{
    public static TheoryData<string[], string[]> Intricate => new()
    {
        { ["GET /{x}"], [$"GET /{new string(':', 30)}"] },
        { ["GET /{x}"], ["GET /a:b:c:d:e:f:g:h:i:j:k:l:m"] },
        { [$"GET /{Repeated("{x}/a", 12)}"], [$"GET /{Repeated("{x}/a", 24)}"] },
        { [$"GET /{Repeated("{x}/a", 12)}"], [$"GET /{Repeated("{x}/a", 12)}/{{r+}}"] },
    };

    [Theory]
    [MemberData(nameof(Intricate))]
    public void A_policy_that_would_take_too_long_is_none(string[] granted, string[] refused)
    {
        var grants = new Grants(Rules(granted), Rules(refused));

        Assert.IsType<BuiltPolicy.TooIntricate>(PolicyBuilder.Build(grants, The.Call));
    }

    [Fact]
    public void Many_parameters_in_a_row_cost_little_since_they_lie_over_each_other_in_one_way_only()
    {
        var grants = new Grants(Rules($"GET /{Repeated("{x}", 15)}"), Rules($"GET /{Repeated("{x}", 30)}"));

        Assert.IsType<BuiltPolicy.Exact>(PolicyBuilder.Build(grants, The.Call));
    }

    [Fact]
    public void A_glob_of_many_wildcards_is_compared_without_trying_each_way()
    {
        string?[] wide = [.. Enumerable.Range(0, 60).Select(index => index % 2 == 0 ? null : "a"), "b"];
        string?[] narrow = [.. Enumerable.Repeat("a", 200)];

        Assert.False(PathShape.Covers(wide, narrow));
        Assert.True(PathShape.Covers(wide, [.. narrow, "b"]));
    }

    [Fact]
    public void A_table_that_would_take_too_long_to_look_through_is_said_to() =>
        Assert.Null(TableClashes.Of(Rules([.. Enumerable.Range(0, 30).Select(depth => $"GET /{Repeated("{x}/a", depth)}{{r+}}".Replace("a{", "a/{"))])));

    [Fact]
    public void Spent_effort_stays_spent()
    {
        var effort = new Effort(10);

        Assert.True(effort.TrySpend(10));
        Assert.False(effort.IsSpent);
        Assert.False(effort.TrySpend(long.MaxValue));
        Assert.False(effort.TrySpend(0));
        Assert.True(effort.IsSpent);
    }

    private static string Repeated(string text, int count) => string.Join('/', Enumerable.Repeat(text, count));

    private static RouteRule[] Rules(params string[] routes) => [.. routes.Select((route, index) => Some.Rule(route, $"s{index}"))];
}
