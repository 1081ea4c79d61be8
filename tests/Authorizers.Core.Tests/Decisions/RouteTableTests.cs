using Authorizers.Core.Decisions;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Decisions;

public sealed class RouteTableTests
{
    private static readonly Evidence Seen = new(The.Issuer, "key");

    private static readonly StoppedClock Clock = new();

    private static readonly RouteTable Table = new(
    [
        Some.Rule("ANY /{proxy+}", "all"),
        Some.Rule("GET /orders/{id}", "orders:read"),
        Some.Rule("ANY /orders/{id}", "orders:write"),
        Some.Rule("GET /orders/export", "admin"),
        Some.AnyoneRule("GET /health"),
    ]);

    [Theory]
    [InlineData("GET/orders/export", "GET /orders/export")]
    [InlineData("GET/orders/42", "GET /orders/{id}")]
    [InlineData("POST/orders/42", "ANY /orders/{id}")]
    [InlineData("POST/orders/export", "ANY /orders/{id}")]
    [InlineData("GET/orders/42/items", "ANY /{proxy+}")]
    [InlineData("GET/orders/", "ANY /{proxy+}")]
    [InlineData("GET/health", "GET /health")]
    [InlineData("POST/health", "ANY /{proxy+}")]
    [InlineData("GET/", null)]
    [InlineData("$connect", null)]
    [InlineData("TRACE/orders/42", null)]
    public void The_rule_is_that_of_the_route_the_gateway_takes(string call, string? route) =>
        Assert.Equal(route, Table.Find(Some.Call(call))?.Route.ToString());

    [Fact]
    public void A_principal_that_something_is_granted_to_is_allowed_with_the_whole_table_divided()
    {
        var decision = Assert.IsType<Decision.Allowed>(Decide("GET/orders/42", "orders:read"));

        Assert.Equal(["GET /health", "GET /orders/{id}"], decision.Grants.Allowed.Select(rule => rule.Route.ToString()));
        Assert.Equal(
            ["GET /orders/export", "ANY /orders/{id}", "ANY /{proxy+}"],
            decision.Grants.Refused.Select(rule => rule.Route.ToString()));
        Assert.Equal(The.Subject, decision.Principal.Id);
        Assert.Equal("GET /orders/{id}", decision.Called?.Route.ToString());
        Assert.Equal(Seen, decision.Evidence);
        Assert.Null(decision.Reason);
    }

    [Theory]
    [InlineData("GET/orders/42", "orders:read", null)]
    [InlineData("GET/health", "orders:read", null)]
    [InlineData("POST/orders/42", "orders:read", "not_granted")]
    [InlineData("GET/orders/export", "orders:read", "not_granted")]
    [InlineData("GET/", "orders:read", "not_granted")]
    public void A_call_that_is_not_granted_has_the_reason_kept(string call, string scope, string? reason) =>
        Assert.Equal(reason, Assert.IsType<Decision.Allowed>(Decide(call, scope)).Reason?.Code);

    [Fact]
    public void What_a_principal_is_granted_does_not_depend_on_the_call()
    {
        string[] calls = ["GET/orders/42", "POST/orders/42", "GET/health", "GET/", "$connect", "GET/x/y/z"];

        Assert.All(
            calls,
            call => Assert.Equal(
                ["GET /health", "GET /orders/export"],
                Assert.IsType<Decision.Allowed>(Decide(call, "admin")).Grants.Allowed.Select(rule => rule.Route.ToString())));
    }

    [Fact]
    public void A_principal_that_nothing_is_granted_to_is_denied()
    {
        var table = new RouteTable([Some.Rule("GET /orders", "orders:read")]);

        Decision decision = table.Decide(
            new VerificationResult(Some.Principal("other"), Seen), Some.Request("GET/orders"), Clock);

        var denied = Assert.IsType<Decision.Denied>(decision);
        Assert.Equal("not_granted", denied.Reason.Code);
        Assert.Equal(The.Subject, denied.Principal.Id);
        Assert.Equal("GET /orders", denied.Called?.Route.ToString());
        Assert.Equal(Seen, denied.Evidence);
    }

    [Theory]
    [InlineData("GET/orders/42")]
    [InlineData("GET/health")]
    [InlineData("GET/")]
    public void A_principal_with_an_obstacle_may_call_nothing_whatever_the_routes_grant(string call)
    {
        var principal = new Principal { Id = The.Subject, Scopes = ["all"], Obstacle = Rejection.ContextTooLarge };

        var denied = Assert.IsType<Decision.Denied>(Table.Decide(new VerificationResult(principal, Seen), Some.Request(call), Clock));

        Assert.Equal("context_too_large", denied.Reason.Code);
        Assert.Equal(Seen, denied.Evidence);
    }

    [Fact]
    public void An_empty_table_denies_everybody() => Assert.IsType<Decision.Denied>(
        new RouteTable([]).Decide(new VerificationResult(Some.Principal("all"), Seen), Some.Request("GET/orders/42"), Clock));

    [Fact]
    public void Without_an_acceptable_credential_the_caller_is_unauthenticated()
    {
        Decision decision = Table.Decide(
            new VerificationResult(Rejection.TokenExpired, Seen), Some.Request("GET/orders/42"), Clock);

        var unauthenticated = Assert.IsType<Decision.Unauthenticated>(decision);
        Assert.Equal("token_expired", unauthenticated.Reason.Code);
        Assert.Equal("GET /orders/{id}", unauthenticated.Called?.Route.ToString());
        Assert.Equal(Seen, unauthenticated.Evidence);
    }

    [Fact]
    public void Where_anyone_may_call_a_caller_without_an_acceptable_credential_gets_those_routes_alone()
    {
        Decision decision = Table.Decide(new VerificationResult(Rejection.TokenExpired, Seen), Some.Request("GET/health"), Clock);

        var allowed = Assert.IsType<Decision.Allowed>(decision);
        Assert.Equal("anonymous", allowed.Principal.Id);
        Assert.Empty(allowed.Principal.Context);
        Assert.Equal(["GET /health"], allowed.Grants.Allowed.Select(rule => rule.Route.ToString()));
        Assert.Equal(4, allowed.Grants.Refused.Count);
        Assert.Equal(Seen, allowed.Evidence);
        Assert.Null(allowed.Reason);
    }

    [Theory]
    [InlineData("POST/health")]
    [InlineData("GET/health/")]
    [InlineData("GET/HEALTH")]
    [InlineData("GET/nowhere")]
    public void Everywhere_else_such_a_caller_is_unauthenticated(string call) => Assert.IsType<Decision.Unauthenticated>(
        Table.Decide(default, Some.Request(call), Clock));

    [Fact]
    public void A_route_preferred_to_the_one_for_anyone_is_not_for_anyone()
    {
        var table = new RouteTable([Some.AnyoneRule("GET /{page}"), Some.Rule("GET /admin", "admin")]);

        Assert.IsType<Decision.Allowed>(table.Decide(default, Some.Request("GET/about"), Clock));
        Assert.IsType<Decision.Unauthenticated>(table.Decide(default, Some.Request("GET/admin"), Clock));
    }

    private static Decision Decide(string call, params string[] scopes) =>
        Table.Decide(new VerificationResult(Some.Principal(scopes), Seen), Some.Request(call), Clock);
}
