using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;

namespace Authorizers.Core.Tests.Configuration;

public sealed class TableRulesTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Routes_that_no_policy_tells_apart_are_named_with_the_ways_out() => Assert.Equal(
        "$.routes[2].route: cannot be refused to a caller who may call \"GET /a/{x}\" and \"GET /a/{x}/b/{y}/c/{z}\": no policy that "
        + "API Gateway keeps can say so, because its wildcards cross slashes; grant it to whoever may call those, give it a first "
        + "segment of its own, or set resultTtl to 0 here and at the authorizer",
        Problems("""[{"route":"GET /a/{x}/b/{y}/c/{z}"},{"route":"GET /a/{x}"},{"route":"GET /a/{x}/b/{y}","scopes":["s"]}]"""));

    [Fact]
    public void All_clashes_are_reported_by_the_route_refused() => Assert.Equal(
        ["$.routes[1].route", "$.routes[2].route"],
        Problems("""[{"route":"ANY /{p+}"},{"route":"GET /a/{x}","scopes":["s"]},{"route":"GET /b/{x}","scopes":["s"]}]""")
            .Split('\n').Select(problem => problem.Split(':')[0]));

    [Fact]
    public void Two_ways_to_the_same_clash_are_one_problem() => Assert.Contains(
        "may call \"GET /a/{x}\" and \"GET /a/{x}/b/{y}/c/{z}\", or \"GET /a/{x}\" and \"GET /a/{x}/b/{y}/d/{z}\": no policy",
        Problems("""
        [{"route":"GET /a/{x}"},{"route":"GET /a/{x}/b/{y}","scopes":["s"]},
         {"route":"GET /a/{x}/b/{y}/c/{z}"},{"route":"GET /a/{x}/b/{y}/d/{z}"}]
        """));

    [Theory]
    [InlineData("""{ "resultTtl": 0 }""")]
    [InlineData("""{ "response": "simple", "identitySources": ["header.Authorization", "context.routeKey"] }""")]
    public void Where_no_policy_is_kept_nothing_clashes(string members) => Assert.Equal(
        "",
        Problems("""[{"route":"ANY /{p+}"},{"route":"GET /a/{x}","scopes":["s"]}]""", JsonNode.Parse(members)!.AsObject()));

    [Fact]
    public void What_is_no_function_may_have_any_table() => Assert.Equal(
        "", Problems("""[{"route":"ANY /{p+}"},{"route":"GET /a/{x}","scopes":["s"]}]""", events: EventKind.None));

    [Fact]
    public void A_route_that_is_too_long_for_a_resource_is_named() => Assert.Equal(
        "$.routes[1].route: is too long for a resource of a policy, which has at most 512 characters",
        Problems($$"""[{"route":"GET /a"},{"route":"GET /{{new string('a', 480)}}"}]"""));

    [Fact]
    public void An_HTTP_APIs_default_route_needs_simple_responses() => Assert.Equal(
        "$.routes[0].route: has no resource of its own: for a policy, name ANY / and ANY /{proxy+}",
        Problems("""[{"route":"$default"}]"""));

    [Fact]
    public void A_table_whose_policy_is_too_large_for_those_who_surely_come_is_reported()
    {
        string routes = JsonSerializer.Serialize(
            Enumerable.Range(0, 200).Select(index => new { route = $"ANY /resource-{index}/{{id}}" }));

        Assert.Matches(
            @"\A\$\.routes: makes a policy of some \d{5,6} bytes for a caller with a credential and no rights: more than maxResponseBytes\z",
            Problems(routes));
        Assert.Equal("", Problems(routes, new JsonObject { ["maxResponseBytes"] = 1_000_000 }));
    }

    private string Problems(string routes, JsonObject? members = null, EventKind events = EventKind.Request)
    {
        members ??= [];
        members["issuers"] = JsonNode.Parse("""[{ "issuer": "https://issuer.example/", "audiences": ["orders-api"] }]""");
        members["routes"] = JsonNode.Parse(routes);
        _folder.Write(ConfigurationFile.DefaultName, members.ToJsonString());
        try
        {
            ConfigurationFile.Load(_folder.Path, _ => null, events);
            return "";
        }
        catch (ConfigurationException e)
        {
            return e.Message;
        }
    }
}
