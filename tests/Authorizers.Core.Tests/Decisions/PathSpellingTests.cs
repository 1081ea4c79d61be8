using Authorizers.Core.Decisions;

namespace Authorizers.Core.Tests.Decisions;

public sealed class PathSpellingTests
{
    private static readonly Grants Divided = new(
        [Some.Rule("GET /files/{path+}"), Some.Rule("GET /orders/{id}"), Some.Rule("GET /")],
        [Some.Rule("GET /files/secret"), Some.Rule("GET /orders/a:b"), Some.Rule("GET /orders/%E4%BD%A0"), Some.Rule("GET /orders/export")]);

    [Theory]
    [InlineData("")]
    [InlineData("orders/7")]
    [InlineData("orders/7%20a%2Fb%25")]
    [InlineData("orders/a%3Bb")]
    [InlineData("orders/%e4")]
    [InlineData("orders/...")]
    [InlineData("orders/%")]
    [InlineData("orders/%6")]
    [InlineData("files/7/")]
    [InlineData("files/secret/7")]
    public void A_call_that_means_one_route_only_is_safe(string path) =>
        Assert.True(PathSpelling.IsSafe(Divided, Some.Call($"GET/{path}")));

    [Theory]
    [InlineData("files/secret/")]
    [InlineData("orders/%65xport")]
    [InlineData("orders/%E4%bD%a0")]
    [InlineData("orders/a%3Ab")]
    [InlineData("orders/a%3ab")]
    [InlineData("orders/a%3Ab/")]
    [InlineData("files//secret")]
    [InlineData("/orders/7")]
    [InlineData("files/./secret")]
    [InlineData("files/x/..")]
    [InlineData("files/%2E/secret")]
    [InlineData("files/%2e%2e/orders/export")]
    public void A_call_that_may_mean_a_refused_route_is_not(string path) =>
        Assert.False(PathSpelling.IsSafe(Divided, Some.Call($"GET/{path}")));
}
