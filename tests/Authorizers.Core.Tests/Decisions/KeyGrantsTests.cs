using Authorizers.Core.Decisions;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Decisions;

public sealed class KeyGrantsTests
{
    private static readonly string[] Scopes = ["a", "b", "c"];
    private static readonly string[] Groups = ["g", "h"];
    private static readonly string[] Paths = ["GET /a", "POST /a", "GET /b", "GET /b/{id}", "ANY /c/{rest+}"];

    /// <summary>The law of both credentials together, over random tables, tokens and keys.</summary>
    [Fact]
    public void Both_may_call_what_each_may_call_and_nothing_else()
    {
        var chance = new Random(20261120);
        int granted = 0;
        for (int trial = 0; trial < 5_000; trial++)
        {
            RouteRule[] rules = [.. Paths.Select(path => Rule(path, chance))];
            Principal token = Holder(chance, "alice", mayHaveRoutes: false);
            Principal key = Holder(chance, "shop", mayHaveRoutes: true);
            var both = new Principal { Id = token.Id, Scopes = token.Scopes, Groups = token.Groups, KeyHolder = key };

            foreach (RouteRule rule in rules)
            {
                bool expected = rule.Anyone || (rule.Grants(token) && rule.Grants(key));
                Assert.Equal(expected, rule.Grants(both));
                granted += expected ? 1 : 0;
            }
        }

        Assert.InRange(granted, 2_000, 23_000);
    }

    [Fact]
    public void A_claim_is_asked_of_the_token_alone()
    {
        RouteRule rule = Some.Rule("GET /a") with { Claims = [new ClaimRequirement("tenant", ["blue"])] };
        IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> claims = [new("tenant", ["blue"])];
        var key = new Principal { Id = "shop" };

        Assert.True(rule.Grants(new Principal { Id = "alice", Claims = claims, KeyHolder = key }));
        Assert.False(rule.Grants(new Principal { Id = "alice", KeyHolder = key }));
        Assert.False(rule.Grants(key));
    }

    [Theory]
    [InlineData("GET /b", null)]
    [InlineData("GET /a", "key_route")]
    [InlineData("POST /a", "not_granted")]
    public void A_route_that_the_key_is_not_for_is_refused_by_a_code_of_its_own(string called, string? code)
    {
        RouteRule[] rules = [Some.Rule("GET /a"), Some.Rule("POST /a", "admin"), Some.Rule("GET /b")];
        var key = new Principal { Id = "shop", Routes = ["GET /b"] };
        Expect(called, rules, key, code);
        Expect(called, rules, new Principal { Id = "alice", KeyHolder = key }, code);
    }

    [Fact]
    public void A_route_for_anyone_is_for_every_key()
    {
        var key = new Principal { Id = "shop", Routes = ["GET /b"] };

        Assert.True(Some.AnyoneRule("GET /a").Grants(key));
    }

    private static void Expect(string called, RouteRule[] rules, Principal principal, string? code)
    {
        Decision decision = new RouteTable(rules).Decide(
            new VerificationResult(principal, default), Some.Request(called.Replace(" ", "", StringComparison.Ordinal)), new StoppedClock());

        Assert.Equal(code, Assert.IsType<Decision.Allowed>(decision).Reason?.Code);
    }

    private static RouteRule Rule(string path, Random chance) =>
        new(Some.Route(path), chance.Next(8) == 0, Pick(Scopes, chance), Pick(Groups, chance));

    private static Principal Holder(Random chance, string id, bool mayHaveRoutes) => new()
    {
        Id = id,
        Scopes = Pick(Scopes, chance),
        Groups = Pick(Groups, chance),
        Routes = mayHaveRoutes && chance.Next(2) == 0 ? Pick(Paths, chance) : null,
    };

    private static string[] Pick(string[] from, Random chance) => [.. from.Where(_ => chance.Next(2) == 0)];
}
