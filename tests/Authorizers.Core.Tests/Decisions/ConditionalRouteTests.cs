using Authorizers.Core.Decisions;
using Authorizers.Core.Decisions.Conditions;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Decisions;

public sealed class ConditionalRouteTests
{
    private static readonly Evidence Seen = new(The.Issuer, "key");

    private static readonly RequestCondition FromOffice = Equal("context.identity.sourceIp", "203.0.113.9");

    private static readonly RequestCondition OfHook = Equal("header.X-Hook-Secret", "s3cr3t");

    private static readonly RouteTable Table = new(
    [
        Some.Rule("GET /orders", "orders:read"),
        Some.Rule("DELETE /orders", "orders:write") with { When = [FromOffice] },
        Some.Rule("GET /admin", "admin") with { When = [FromOffice, Equal("query.confirm", "yes")] },
        Some.AnyoneRule("GET /health"),
        Some.AnyoneRule("POST /hooks") with { When = [OfHook] },
    ]);

    [Fact]
    public void A_route_is_granted_while_all_its_conditions_hold()
    {
        (string, string)[] office = [("context.identity.sourceIp", "203.0.113.9")];
        (string, string)[] confirmed = [.. office, ("query.confirm", "yes")];

        Assert.Equal(["GET /health", "GET /orders"], Granted(["orders:read", "orders:write"]));
        Assert.Equal(["DELETE /orders", "GET /health", "GET /orders"], Granted(["orders:read", "orders:write"], office));
        Assert.Equal(["GET /health"], Granted(["admin"], office));
        Assert.Equal(["GET /admin", "GET /health"], Granted(["admin"], confirmed));
        Assert.Equal(["GET /health"], Granted(["admin"], [.. confirmed, ("query.confirm", "yes")]));
        Assert.Equal(["GET /health", "POST /hooks"], Granted([], ("header.x-hook-secret", "s3cr3t")));
    }

    [Theory]
    [InlineData("DELETE/orders", "orders:write", "condition_failed")]
    [InlineData("POST/hooks", "orders:write", "condition_failed")]
    [InlineData("DELETE/orders", "orders:read", "not_granted")]
    [InlineData("GET/orders", "orders:write", "not_granted")]
    [InlineData("GET/nowhere", "orders:write", "not_granted")]
    [InlineData("GET/health", "orders:write", null)]
    public void The_reason_is_the_condition_where_nothing_else_was_missing(string call, string scope, string? code) =>
        Assert.Equal(code, Assert.IsType<Decision.Allowed>(Decide(Verified(scope), call)).Reason?.Code);

    [Theory]
    [InlineData("DELETE/orders", "orders:write", "condition_failed")]
    [InlineData("DELETE/orders", "other", "not_granted")]
    [InlineData("GET/nowhere", "orders:write", "not_granted")]
    public void That_goes_for_a_principal_that_may_call_nothing_else_too(string call, string scope, string code)
    {
        var table = new RouteTable([Some.Rule("DELETE /orders", "orders:write") with { When = [FromOffice] }]);

        var denied = Assert.IsType<Decision.Denied>(table.Decide(Verified(scope), Some.Request(call), new StoppedClock()));

        Assert.Equal(code, denied.Reason.Code);
    }

    [Theory]
    [InlineData("POST/hooks", "s3cr3t", null)]
    [InlineData("POST/hooks", "S3cr3t", "condition_failed")]
    [InlineData("POST/hooks", "", "condition_failed")]
    [InlineData("DELETE/orders", "s3cr3t", "token_expired")]
    public void Without_a_principal_a_condition_that_fails_leaves_the_caller_unauthenticated(
        string call, string secret, string? code)
    {
        Decision decision = Decide(
            new VerificationResult(Rejection.TokenExpired, Seen), call, ("header.X-Hook-Secret", secret));

        Assert.Equal(code, (decision as Decision.Unauthenticated)?.Reason.Code);
        Assert.Equal(code is null, decision is Decision.Allowed { Principal.Id: "anonymous", Reason: null });
        Assert.Equal(Seen, decision.Evidence);
        Assert.NotNull(decision.Called);
    }

    [Fact]
    public void A_caller_without_a_principal_gets_the_routes_for_anyone_whose_conditions_hold()
    {
        Assert.Equal(["GET /health"], Names(Decide(default, "GET/health")));
        Assert.Equal(
            ["GET /health", "POST /hooks"], Names(Decide(default, "GET/health", ("header.X-Hook-Secret", "s3cr3t"))));
    }

    [Fact]
    public void Divisions_that_come_out_alike_are_one_object()
    {
        Grants first = Assert.IsType<Decision.Allowed>(Decide(Verified("a"), "GET/orders")).Grants;
        Grants second = Assert.IsType<Decision.Allowed>(Decide(Verified("b"), "POST/hooks", ("query.confirm", "yes"))).Grants;

        Assert.Same(first, second);
    }

    [Fact]
    public void A_condition_of_many_rules_is_asked_once()
    {
        var counting = new CountingCondition(Some.Key("header.X"));
        var table = new RouteTable(Enumerable.Range(0, 60).Select(index =>
            Some.Rule($"GET /{index}") with { When = [counting with { }] }));

        table.Decide(Verified("a"), Some.Request("GET/1"), new StoppedClock());

        Assert.Equal(1, counting.Count[0]);
    }

    [Fact]
    public void Nothing_but_the_decision_is_allocated_where_nothing_is_asked_of_claims_and_requests()
    {
        var table = new RouteTable(
            Enumerable.Range(0, 60).Select(index => Some.Rule($"GET /a/{{id}}/{index}", "a", "b", "c")));
        VerificationResult verification = Verified("c");
        AuthorizerRequest request = Some.Request("GET/a/1/59");
        var clock = new StoppedClock();
        table.Decide(verification, request, clock);

        long before = GC.GetAllocatedBytesForCurrentThread();
        table.Decide(verification, request, clock);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 100);
    }

    [Fact]
    public void The_table_says_which_values_it_asks_for_and_where_first() => Assert.Equal(
        ["1 context.identity.sourceIp", "2 query.confirm", "4 header.X-Hook-Secret"],
        Table.ConditionKeys.Select(use => $"{use.Rule} {use.Key}"));

    private static OneOfCondition Equal(string key, string text) => new(Some.Key(key), [text]);

    private static VerificationResult Verified(params string[] scopes) => new(Some.Principal(scopes), Seen);

    private static Decision Decide(VerificationResult verification, string call, params (string, string)[] values) =>
        Table.Decide(verification, Some.Request(call, values), new StoppedClock());

    private static IEnumerable<string> Granted(string[] scopes, params (string, string)[] values) =>
        Names(Decide(Verified(scopes), "GET/health", values));

    private static IEnumerable<string> Names(Decision decision) =>
        Assert.IsType<Decision.Allowed>(decision).Grants.Allowed
            .Select(rule => rule.Route.ToString()).Order(StringComparer.Ordinal);
}
