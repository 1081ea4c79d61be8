using Authorizers.Core.Decisions;

namespace Authorizers.Core.Tests.Decisions;

public sealed class ChosenRouteTests
{
    [Theory]
    [InlineData("GET /", "GET /", true)]
    [InlineData("GET /orders/{id}", "GET /orders/{number}", true)]
    [InlineData("ANY /x/{proxy+}", "ANY /x/{rest+}", true)]
    [InlineData("GET /a/b", "GET /a/b", true)]
    [InlineData("$default", "$default", true)]
    [InlineData("GET /orders/{id}", "ANY /orders/{id}", false)]
    [InlineData("ANY /orders/{id}", "GET /orders/{id}", false)]
    [InlineData("GET /orders/{id}", "GET /orders/{id+}", false)]
    [InlineData("GET /orders/{id+}", "GET /orders/{id}", false)]
    [InlineData("GET /orders/{id}", "GET /orders/42", false)]
    [InlineData("GET /orders/42", "GET /orders/{id}", false)]
    [InlineData("GET /orders", "GET /orders/", false)]
    [InlineData("GET /orders", "GET /Orders", false)]
    [InlineData("GET /orders", "GET /orders/{id}", false)]
    [InlineData("GET /orders/{id}", "GET /orders", false)]
    [InlineData("GET /orders", "GET orders", false)]
    [InlineData("GET /", "GET /a", false)]
    [InlineData("GET /", "GET ", false)]
    [InlineData("GET /", "GET", false)]
    [InlineData("GET /", "", false)]
    [InlineData("GET /", "$default", false)]
    [InlineData("ANY /{proxy+}", "$default", false)]
    [InlineData("$default", "ANY /{proxy+}", false)]
    [InlineData("send", "send /", false)]
    public void An_HTTP_API_means_a_route_by_its_method_and_the_shape_of_its_path(string route, string routeKey, bool same) =>
        Assert.Equal(same, new RouteTable([Some.Rule(route)]).Chosen(routeKey).Rule is not null);

    [Fact]
    public void The_same_route_chosen_again_is_the_same()
    {
        var table = new RouteTable([Some.Rule("GET /orders/{id}")]);

        ChosenRoute first = table.Chosen("GET /orders/{number}");

        Assert.Same(first.Route, table.Chosen("GET /orders/{number}").Route);
        Assert.Same(first.Rule, table.Chosen("GET /orders/{number}").Rule);
    }
}
