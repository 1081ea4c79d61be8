using Authorizers.Core.Decisions;
using Authorizers.Core.Decisions.Conditions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Exactness;
using Authorizers.Core.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Policies;

public sealed class TableClashesTests
{
    private static readonly string[] Rights = ["r", "s", "t"];

    [Fact]
    public void A_route_that_lies_between_two_granted_ones_is_found()
    {
        RouteRule outer = Some.Rule("GET /a/{x}");
        RouteRule between = Some.Rule("GET /a/{x}/b/{y}", "s");
        RouteRule inner = Some.Rule("GET /a/{x}/b/{y}/c/{z}");

        Assert.Equal([new PolicyClash(outer, between, inner)], TableClashes.Of([inner, outer, between]));
    }

    [Fact]
    public void A_catch_all_clashes_with_itself_where_a_refused_parameter_lies_above_it()
    {
        RouteRule all = Some.Rule("ANY /{path+}");
        RouteRule refused = Some.Rule("GET /a/{x}", "s");

        Assert.Equal([new PolicyClash(all, refused, all)], TableClashes.Of([all, refused]));
    }

    [Theory]
    [InlineData("r", "r", "r", false)]
    [InlineData("r", "r s", "r", false)]
    [InlineData("r", "s", "r", true)]
    [InlineData("r s", "r", "r s", true)]
    [InlineData("r", "s", "s", false)]
    [InlineData("", "s", "s", false)]
    [InlineData("", "s", "", true)]
    [InlineData("", "", "", false)]
    public void Nothing_clashes_that_nobody_can_be_granted(string outer, string refused, string inner, bool clashes)
    {
        RouteRule[] table =
            [Some.Rule("GET /a/{x}", Words(outer)), Some.Rule("GET /a/{x}/b/{y}", Words(refused)), Some.Rule("GET /a/{x}/b/{y}/c/{z}", Words(inner))];

        Assert.Equal(clashes, TableClashes.Of(table)!.Count > 0);
    }

    [Fact]
    public void A_caller_without_a_credential_is_thought_of()
    {
        RouteRule[] table =
            [Some.AnyoneRule("GET /a/{x}"), Some.Rule("GET /a/{x}/b/{y}"), Some.AnyoneRule("GET /a/{x}/b/{y}/c/{z}")];

        Assert.Single(TableClashes.Of(table)!);
    }

    [Fact]
    public void A_table_clashes_exactly_when_somebodys_policy_cannot_be_built() => Law.Holds(
        Guarded,
        table => Assert.Equal(
            Everybody(table).Any(grants => PolicyBuilder.Build(grants, The.Call) is BuiltPolicy.Inexpressible),
            TableClashes.Of(table)!.Count > 0),
        3_000);

    [Fact]
    public void Claims_and_conditions_make_clashes_possible_and_impossible_like_scopes() => Law.Holds(
        Asking,
        table => Assert.Equal(
            Everyone(table).Any(grants => PolicyBuilder.Build(grants, The.Call) is BuiltPolicy.Inexpressible),
            TableClashes.Of(table)!.Count > 0),
        2_000);

    private static Arbitrary<List<RouteRule>> Asking { get; } = Arb.From(
        from table in Tables.Any.Generator
        from asked in Asked().ListOf(table.Count)
        select table.Zip(asked, (rule, ask) => new RouteRule(rule.Route, ask.Anyone, ask.Anyone ? [] : ask.Scopes, [])
        {
            Claims = ask.Anyone || ask.Values.Length == 0 ? [] : [new ClaimRequirement("c", ask.Values)],
            When = [.. ask.Keys.Select(key => new PresentCondition(Some.Key(key)))],
        }).ToList());

    private static Gen<(bool Anyone, string[] Scopes, string[] Values, string[] Keys)> Asked() =>
        from anyone in Gen.Elements(true, false, false, false)
        from scopes in Gen.SubListOf("r", "s")
        from values in Gen.SubListOf("v", "w")
        from keys in Gen.SubListOf("header.A", "query.b")
        select (anyone, scopes.ToArray(), values.ToArray(), keys.ToArray());

    /// <summary>Each with requests that fulfil any of the conditions.</summary>
    private static IEnumerable<Grants> Everyone(List<RouteRule> table)
    {
        for (int held = 0; held < 128; held++)
        {
            string[] Of(int bit, params string[] two) => [.. two.Where((_, index) => (held >> bit >> index & 1) == 1)];
            RequestValues values = Some.Values(Of(4, "header.A", "query.b").Select(key => (key, "x")));
            Principal? principal = held >= 64 ? null : new Principal
            {
                Id = "p",
                Scopes = Of(0, "r", "s"),
                Claims = [KeyValuePair.Create<string, IReadOnlyList<string>>("c", Of(2, "v", "w"))],
            };
            yield return new RouteTable(table).Divide(principal, values, TimeProvider.System);
        }
    }

    private static Arbitrary<List<RouteRule>> Guarded { get; } = Arb.From(
        from table in Tables.Any.Generator
        from guards in Guard().ListOf(table.Count)
        select table.Zip(guards, (rule, guard) => new RouteRule(rule.Route, guard.Anyone, guard.Scopes, guard.Groups)).ToList());

    private static Gen<(bool Anyone, string[] Scopes, string[] Groups)> Guard() => Gen.OneOf(
        Gen.Constant((true, (string[])[], (string[])[])),
        from scopes in Gen.SubListOf(Rights)
        from groups in Gen.SubListOf(Rights)
        select (false, scopes.ToArray(), groups.ToArray()));

    private static IEnumerable<Grants> Everybody(List<RouteRule> table)
    {
        yield return Divided(table, rule => rule.Anyone);
        for (int held = 0; held < 64; held++)
        {
            string[] scopes = [.. Rights.Where((_, index) => (held >> index & 1) == 1)];
            string[] groups = [.. Rights.Where((_, index) => (held >> index & 8) == 8)];
            var principal = new Principal { Id = "p", Scopes = scopes, Groups = groups };
            yield return Divided(table, rule => rule.Grants(principal));
        }
    }

    private static Grants Divided(List<RouteRule> table, Predicate<RouteRule> isGranted) =>
        new([.. table.Where(rule => isGranted(rule))], [.. table.Where(rule => !isGranted(rule))]);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
