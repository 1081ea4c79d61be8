using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

/// <summary>
/// <see cref="PolicyDocument"/> against an independent evaluator and an independent router: what it allows and what the table
/// grants, for random tables and every call of a small world.
/// </summary>
public sealed class PolicyLawTests
{
    private const int Enough = 150;

    [Fact]
    public void No_call_to_a_refused_route_is_allowed() => Law.Holds(
        Tables.Any,
        table => AssertNone(table, (world, call) => world.Refuses(call) && world.Allows(call)),
        Enough);

    [Fact]
    public void Where_all_that_is_granted_is_equally_deep_no_call_but_a_granted_one_is_allowed() => Law.Holds(
        Tables.GrantedAtOneDepth,
        table => AssertNone(table, (world, call) => !world.Grants(call) && world.Allows(call)),
        Enough);

    [Fact]
    public void Without_its_Deny_of_all_others_a_policy_still_allows_nothing_that_it_does_not_name() => Law.Holds(
        Tables.Any,
        table => AssertNone(table, (world, call) => !world.IsNamed(call) && world.AllowsWithoutNotResource(call)),
        Enough);

    [Fact]
    public void Without_its_Deny_of_all_others_a_policy_allows_no_call_to_a_refused_route_either() => Law.Holds(
        Tables.Any,
        table => AssertNone(table, (world, call) => world.Refuses(call) && world.AllowsWithoutNotResource(call)),
        Enough);

    [Fact]
    public void Where_nothing_is_refused_all_that_is_granted_is_allowed() => Law.Holds(
        Tables.Granted,
        table => AssertNone(table, (world, call) => world.Grants(call) && !world.Allows(call)),
        Enough);

    [Fact]
    public void A_granted_call_is_refused_only_below_another_grant_or_where_a_refused_route_is_written_in_the_same_way() => Law.Holds(
        Tables.Any,
        table => AssertNone(
            table, (world, call) => world.Grants(call)
                && !world.Allows(call)
                && !world.IsWrittenAsRefused(call)
                && !world.IsWrittenAsRefused(call.TrimEnd('/'))
                && !world.IsBelowGrant(call)),
        Enough);

    [Fact]
    public void A_policy_refuses_explicitly_and_names_routes_of_the_stage_only() => Law.Holds(
        Tables.Any,
        table =>
        {
            IReadOnlyList<Statement> statements = new World(table).Statements;
            Assert.Contains(statements, statement => statement.Effect == Effect.Deny);
            Assert.DoesNotContain(statements, statement => statement is { Resources.Count: > 0, NotResources.Count: > 0 });
            Assert.All(
                statements.SelectMany(statement => statement.Resources.Concat(statement.NotResources)),
                resource =>
                {
                    Assert.Matches($@"\A{The.StageArn}/((DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)/[a-b/*?]*|\?\*/\?\*/|\*//\*)\z", resource);
                    Assert.InRange(resource.Length, 1, 512);
                });
        },
        Enough);

    private static void AssertNone(List<RouteRule> table, Func<World, string, bool> isWrong)
    {
        var world = new World(table);
        Assert.DoesNotContain(Tables.Calls, call => isWrong(world, call));
    }
}
