using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Decisions;

public sealed class RoutedPathsTests
{
    private static readonly RouteTable Table = new(
    [
        Some.Rule("GET /orders/{id}", "orders:read"),
        Some.Rule("GET /orders/{id}/items", "orders:read"),
        Some.Rule("ANY /{proxy+}", "admin"),
        Some.AnyoneRule("GET /health"),
    ]);

    [Theory]
    [InlineData("GET/orders/42", "GET /orders/{id}")]
    [InlineData("GET/orders/42", "GET /orders/{other}")]
    [InlineData("GET/orders/42", "$default")]
    [InlineData("GET/orders/42", "GET /{proxy+}")]
    [InlineData("GET/orders/42", "ANY /orders/{proxy+}")]
    [InlineData("GET/orders/42", null)]
    [InlineData("GET/orders/42/items", "GET /orders/{id}/items")]
    public void A_decision_for_the_route_that_was_chosen_stands(string call, string? routeKey) =>
        Assert.Null(Assert.IsType<Decision.Allowed>(Hold(call, routeKey)).Objection);

    [Theory]
    [InlineData("GET/orders/42/items", "GET /orders/{id}")]
    [InlineData("GET/orders/42", "ANY /{proxy+}")]
    [InlineData("GET/orders/42", "POST /orders/{id}")]
    [InlineData("GET/orders/42", "GET /bills/{id}")]
    [InlineData("GET/orders/42", "GET /orders/")]
    [InlineData("GET/orders/42", "$connect")]
    [InlineData("GET/orders/42", "")]
    public void A_path_that_is_another_routes_once_decoded_is_refused(string call, string routeKey)
    {
        var objected = Assert.IsType<Decision.Allowed>(Hold(call, routeKey));

        Assert.Equal("path_unsafe", objected.Reason?.Code);
        Assert.Equal(The.Subject, objected.Principal.Id);
    }

    [Fact]
    public void Nobody_gets_in_by_an_encoded_spelling_of_what_anyone_may_call()
    {
        var request = new AuthorizerRequest { Method = Some.Call("GET/health"), RouteKey = "ANY /{proxy+}" };

        Decision decision = Table.Decide(new VerificationResult(Rejection.CredentialMissing), request, TimeProvider.System);

        Assert.IsType<Decision.Unauthenticated>(new RoutedPaths(Table).Hold(decision, request));
    }

    [Fact]
    public void A_refusal_keeps_its_reason()
    {
        var request = new AuthorizerRequest { Method = Some.Call("GET/orders/42/items"), RouteKey = "GET /orders/{id}" };
        Decision decision = Table.Decide(new VerificationResult(Rejection.TokenExpired), request, TimeProvider.System);

        Assert.Same(decision, new RoutedPaths(Table).Hold(decision, request));
    }

    [Theory]
    [InlineData("$default")]
    [InlineData("GET /{proxy+}")]
    [InlineData(null)]
    public void A_yes_that_is_kept_for_a_route_which_the_table_does_not_name_would_be_one_to_other_paths_too(string? routeKey)
    {
        var request = new AuthorizerRequest { Method = Some.Call("GET/orders/42"), RouteKey = routeKey };
        Decision decision = Table.Decide(
            new VerificationResult(Some.Principal("orders:read"), default), request, TimeProvider.System);

        Decision held = new RoutedPaths(Table, keepsYesOrNo: true).Hold(decision, request);

        Assert.Equal("path_unsafe", Assert.IsType<Decision.Allowed>(held).Reason?.Code);
    }

    [Fact]
    public void A_yes_may_be_kept_for_a_route_that_the_table_names()
    {
        var request = new AuthorizerRequest { Method = Some.Call("GET/orders/42"), RouteKey = "GET /orders/{id}" };
        Decision decision = Table.Decide(
            new VerificationResult(Some.Principal("orders:read"), default), request, TimeProvider.System);

        Assert.Same(decision, new RoutedPaths(Table, keepsYesOrNo: true).Hold(decision, request));
    }

    [Theory]
    [InlineData("GET/orders/42/../../health")]
    [InlineData("GET//orders/42")]
    [InlineData("GET/orders/%34")]
    public void Where_the_path_decides_no_odd_spelling_of_it_does(string call) =>
        Assert.Equal(Rejection.PathUnsafe, Assert.IsType<Decision.Allowed>(Hold(call, "$default")).Objection);

    private static Decision Hold(string call, string? routeKey)
    {
        var request = new AuthorizerRequest { Method = Some.Call(call), RouteKey = routeKey };
        Decision decision = Table.Decide(
            new VerificationResult(Some.Principal("orders:read"), default), request, TimeProvider.System);
        var paths = new RoutedPaths(Table);
        Assert.Equal(paths.Hold(decision, request), paths.Hold(decision, request));
        return paths.Hold(decision, request);
    }
}
