using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

public sealed class ResourceGlobsTests
{
    [Theory]
    [InlineData("GET /", "GET/")]
    [InlineData("GET /orders", "GET/orders")]
    [InlineData("GET /orders/{id}", "GET/orders/?*")]
    [InlineData("GET /{a}/b/{c}", "GET/?*/b/?*")]
    [InlineData("GET /files/{path+}", "GET/files/?*")]
    [InlineData("GET /a%2Fb:c", "GET/a%2Fb:c")]
    public void A_parameter_is_written_as_at_least_one_character(string route, string glob) =>
        Assert.Equal([$"prefix/{glob}"], ResourceGlobs.Of([Some.Rule(route)], "prefix/"));

    [Theory]
    [InlineData("GET /orders", "")]
    [InlineData("GET /files/{path+}", "")]
    [InlineData("GET /orders/{id}", "GET/orders/*/*")]
    [InlineData("GET /{a}/b/{c}", "GET/*/*/b/?* GET/?*/b/*/*")]
    public void What_is_too_deep_for_a_parameter_is_refused(string granted, string spilling) =>
        Assert.Equal(spilling, Spilling([granted], []));

    [Theory]
    [InlineData("GET /orders/{id}", "GET /orders/export", "GET/orders/export GET/orders/*/*")]
    [InlineData("GET /orders/{id}", "ANY /orders/{id}", "GET/orders/*/*")]
    [InlineData("ANY /orders", "GET /orders", "GET/orders")]
    [InlineData("GET /files/{path+}", "GET /files/secret/{name}", "GET/files/secret/?*")]
    [InlineData("GET /files/{path+}", "GET /{folder}/secret", "")]
    [InlineData("GET /orders", "POST /orders", "")]
    [InlineData("GET /orders/export", "GET /orders/{id}", "")]
    [InlineData("GET /a/{x}", "GET /b/{x}", "GET/a/*/*")]
    public void A_refused_route_is_named_where_a_granted_one_covers_it(string granted, string refused, string spilling) =>
        Assert.Equal(spilling, Spilling([granted], [refused]));

    [Theory]
    [InlineData("GET /{kind};GET /orders/{id}", "", "GET/*/*/* GET/orders/*/* ?*/?*/ *//*")]
    [InlineData("GET /orders/{id};GET /orders/{id}/items", "GET /orders/export",
        "GET/orders/export GET/orders/*/*/* GET/orders/*/*/items ?*/?*/ *//*")]
    [InlineData("GET /{folder+};GET /a/{id}", "GET /a/export", "GET/a/export GET/a/export/")]
    public void Between_two_grants_other_spellings_are_refused(string granted, string refused, string spilling) =>
        Assert.Equal(spilling, Spilling(granted.Split(';'), refused.Split(';', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void One_methods_grant_does_not_lift_the_refusal_for_the_others()
    {
        string[] spilling = Spilling(["ANY /orders/{id}", "GET /orders/{id}/items"], []).Split(' ');

        Assert.Contains("DELETE/orders/*/*", spilling);
        Assert.DoesNotContain("GET/orders/*/*", spilling);
    }

    [Theory]
    [InlineData("GET /orders", "ANY /{proxy+}", "")]
    [InlineData("GET /orders/{id}", "ANY /{proxy+}", "GET/orders/*/*")]
    public void A_catch_all_takes_only_what_lies_deeper_than_a_grant(string granted, string refused, string spilling) =>
        Assert.Equal(spilling, Spilling([granted], [refused]));

    [Fact]
    public void Each_resource_is_written_once() =>
        Assert.Equal(7, Spilling(["GET /a/{x}", "ANY /a/{y}", "GET /a/{z}"], []).Split(' ').Length);

    private static string Spilling(string[] granted, string[] refused)
    {
        var grants = new Grants([.. granted.Select(route => Some.Rule(route))], [.. refused.Select(route => Some.Rule(route))]);
        return string.Join(' ', ResourceGlobs.Spilling(grants, ""));
    }
}
