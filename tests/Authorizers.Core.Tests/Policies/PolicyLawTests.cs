using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

/// <summary>
/// <see cref="PolicyDocument"/> against an independent evaluator and an independent router: what it allows and what the table
/// grants, for random tables and every call of a small world.
/// </summary>
public sealed class PolicyLawTests
{
    private const int Enough = 1_500;
    private const string CompactStage = "arn:aws:execute-api:*:*:a1b2c3d4e5/prod";

    /// <summary>A method or several and a path, or a spelling of any.</summary>
    private const string Written =
        @"\A/((DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|\?{3,4}|\*)/[a-b/*?]*|\*(//|/\.\.?/)\*|\*/\.\.?|\*%(6[12]|2[Ee])\*)\z";

    [Fact]
    public void No_call_to_a_refused_route_is_allowed_however_it_is_spelled() => Law.Holds(
        Tables.Any,
        table => AssertNone(table, (world, call) => world.Refuses(call) && world.Allows(call)),
        Enough);

    [Fact]
    public void Without_its_Deny_of_all_others_a_policy_allows_no_call_to_a_refused_route_either() => Law.Holds(
        Tables.Any,
        table => AssertNone(table, (world, call) => world.Refuses(call) && world.AllowsWithoutNotResource(call)),
        Enough);

    [Fact]
    public void Every_call_to_a_granted_route_is_allowed() => Law.Holds(
        Tables.Any,
        table => AssertNone(table, (world, call) => IsPlain(call) && world.Grants(call) && !world.Allows(call)),
        Enough);

    [Fact]
    public void A_policy_refuses_explicitly_and_names_routes_of_the_stage_only() => Law.Holds(
        Tables.Any,
        table =>
        {
            if (new World(table).Statements is not { } statements)
            {
                return;
            }

            Assert.Contains(statements, statement => statement.Effect == Effect.Deny);
            Assert.DoesNotContain(statements, statement => statement is { Resources.Count: > 0, NotResources.Count: > 0 });
            Assert.All(
                statements.SelectMany(statement => statement.Resources.Concat(statement.NotResources)),
                resource =>
                {
                    Assert.StartsWith(
                        resource.Contains(":*:*:", StringComparison.Ordinal) ? CompactStage : The.StageArn, resource, StringComparison.Ordinal);
                    Assert.Matches(Written, resource[(resource.LastIndexOf(':') + "a1b2c3d4e5/prod".Length + 1)..]);
                    Assert.InRange(resource.Length, 1, 512);
                });
        },
        Enough);

    /// <summary>No segment of the path is empty.</summary>
    private static bool IsPlain(string call) => !call.Contains("//", StringComparison.Ordinal) && (!call.EndsWith('/') || call is "GET/" or "POST/");

    private static void AssertNone(List<RouteRule> table, Func<World, string, bool> isWrong)
    {
        var world = new World(table);
        if (world.Statements is not null)
        {
            Assert.DoesNotContain(Tables.Calls, call => isWrong(world, call));
        }
    }
}
