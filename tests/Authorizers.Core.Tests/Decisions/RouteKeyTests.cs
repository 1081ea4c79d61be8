using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Decisions;

public sealed class RouteKeyTests
{
    private static readonly RouteTable Table = new(
    [
        Some.Rule("GET /orders/{id}", "orders:read"),
        Some.Rule("GET /orders/{id}/secrets", "admin"),
        Some.Rule("ANY /{proxy+}", "all"),
        Some.Rule("$default", "default"),
        Some.Rule("$connect", "chat"),
        Some.Rule("sendMessage", "chat"),
        Some.AnyoneRule("GET /health"),
    ]);

    [Theory]
    [InlineData("GET /orders/{number}", "GET /orders/{id}")]
    [InlineData("ANY /{rest+}", "ANY /{proxy+}")]
    [InlineData("$default", "$default")]
    [InlineData("GET /{rest+}", "GET /orders/{id}")]
    [InlineData("ANY /orders/{id}", "GET /orders/{id}")]
    public void An_HTTP_API_has_the_rule_of_the_route_that_it_chose_or_else_of_the_path(string routeKey, string route) =>
        Assert.Equal(route, Table.Find(Request("GET/orders/42", routeKey))?.Route.ToString());

    [Fact]
    public void A_path_that_was_decoded_into_that_of_another_route_does_not_lead_there()
    {
        VerificationResult reader = new(Some.Principal("admin"), default);

        Decision decision = Table.Decide(reader, Request("GET/orders/1/secrets", "GET /orders/{id}"), new StoppedClock());

        Assert.Equal("not_granted", Assert.IsType<Decision.Allowed>(decision).Reason?.Code);
    }

    [Fact]
    public void Nor_is_anyone_let_in_by_a_path_when_the_route_chosen_is_not_for_anyone() =>
        Assert.IsType<Decision.Unauthenticated>(
            Table.Decide(default, Request("GET/health", "ANY /{proxy+}"), new StoppedClock()));

    [Theory]
    [InlineData("$connect", "$connect")]
    [InlineData("sendMessage", "sendMessage")]
    [InlineData("$default", "$default")]
    [InlineData("$disconnect", null)]
    [InlineData("other", null)]
    public void A_WebSocket_API_has_the_rule_of_its_route_key(string call, string? route) =>
        Assert.Equal(route, Table.Find(Some.Request(call))?.Route.ToString());

    private static AuthorizerRequest Request(string call, string routeKey) =>
        new() { Method = Some.Call(call), RouteKey = routeKey };
}
