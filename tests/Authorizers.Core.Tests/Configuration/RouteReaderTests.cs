namespace Authorizers.Core.Tests.Configuration;

public sealed class RouteReaderTests : IDisposable
{
    private const string SameCalls = "$.routes[1]: has a route that matches the same calls as an earlier one";
    private const string NoValue = "must name at least one value; leave it out to ask for none";

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/routes", null, "$.routes: is missing; nothing is allowed that no route names")]
    [InlineData("/routes", "[]", "$.routes: must name at least one route")]
    [InlineData("/routes/0", "\"GET /orders\"", "$.routes[0]: must be an object")]
    [InlineData("/routes/0/route", null, "$.routes[0].route: is missing")]
    [InlineData("/routes/0/route", "7", "$.routes[0].route: must be a string")]
    [InlineData("/routes/0/route", "\"\"", "$.routes[0].route: must not be empty")]
    [InlineData("/routes/0/route", "\"GET /a/{b+}/c\"", "$.routes[0].route: has {name+} before its last segment")]
    [InlineData("/routes/0/anyone", "\"yes\"", "$.routes[0].anyone: must be true or false")]
    [InlineData("/routes/0/scopes", "\"a\"", "$.routes[0].scopes: must be an array")]
    [InlineData("/routes/0/scopes", "[]", "$.routes[0].scopes: " + NoValue)]
    [InlineData("/routes/0/groups", "[]", "$.routes[0].groups: " + NoValue)]
    [InlineData("/routes/0/groups", "[\"a\",7]", "$.routes[0].groups[1]: must be a string")]
    [InlineData("/routes/0/scope", "[\"a\"]", "$.routes[0].scope: is not a member of this object")]
    public void A_problem_is_told_where_it_stands_or_should(string member, string? value, string problem) =>
        Assert.Contains(problem, _folder.Problems(ConfigurationFolder.Spoilt(member, value)));

    [Theory]
    [InlineData("scopes")]
    [InlineData("groups")]
    public void Anyone_cannot_be_asked_for_anything(string requirement) => Assert.Equal(
        ["$.routes[0].anyone: excludes scopes, groups and claims"],
        Problems($$"""{"route":"GET /","anyone":true,"{{requirement}}":["a"]}"""));

    [Theory]
    [InlineData("GET /orders", "GET /orders")]
    [InlineData("GET /orders/{id}", "GET /orders/{number}")]
    [InlineData("ANY /{proxy+}", "ANY /{rest+}")]
    public void Two_routes_of_one_shape_are_a_problem(string first, string second) => Assert.Equal(
        [SameCalls], Problems($$"""{"route":"{{first}}"},{"route":"{{second}}","scopes":["a"]}"""));

    [Theory]
    [InlineData("GET /orders", "ANY /orders")]
    [InlineData("GET /orders/{id}", "GET /orders/{id+}")]
    [InlineData("GET /orders/{id}", "POST /orders/{id}")]
    public void Two_routes_of_two_shapes_are_none(string first, string second) =>
        Assert.Empty(Problems($$"""{"route":"{{first}}"},{"route":"{{second}}"}"""));

    [Fact]
    public void A_member_that_stands_twice_is_a_problem() => Assert.Equal(
        ["$.routes[0].scopes: stands here twice"], Problems("""{"route":"GET /","scopes":["a"],"scopes":["b"]}"""));

    [Fact]
    public void An_anyone_that_is_false_asks_for_a_principal()
    {
        Assert.Empty(Problems("""{"route":"GET /","anyone":false,"scopes":["a"]}"""));
        Assert.False(_folder.Load().Routes.Find(Some.Call("GET/"))?.Anyone);
    }

    private IReadOnlyList<string> Problems(string routes) =>
        _folder.Problems(ConfigurationFolder.Spoilt("/routes", $"[{routes}]"));
}
