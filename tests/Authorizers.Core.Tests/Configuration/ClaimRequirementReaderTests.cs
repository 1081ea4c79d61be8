using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;

namespace Authorizers.Core.Tests.Configuration;

public sealed class ClaimRequirementReaderTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{}", "$.routes[0].claims: must name at least one claim; leave it out to ask for none")]
    [InlineData("[]", "$.routes[0].claims: must be an object")]
    [InlineData("""{ "a": "b" }""", "$.routes[0].claims.a: must be an array")]
    [InlineData("""{ "a": null }""", "$.routes[0].claims.a: must be an array")]
    [InlineData("""{ "a": [] }""", "$.routes[0].claims.a: must name at least one value")]
    [InlineData("""{ "a": [{}] }""", "$.routes[0].claims.a[0]: must be a string, a number, true or false")]
    [InlineData("""{ "/a/b": [""] }""", "$.routes[0].claims['/a/b'][0]: must not be empty")]
    [InlineData("""{ "": ["b"] }""", "$.routes[0].claims['']: must be named by a claim")]
    public void A_problem_is_told_where_it_stands(string claims, string problem) =>
        Assert.Equal([problem], _folder.Problems(File(claims)));

    [Fact]
    public void Every_claim_is_asked_for_with_its_values_as_text()
    {
        _folder.Variables["TENANT"] = "green";
        RouteRule rule = Load("""{ "custom:tenant_id": ["blue", "${TENANT}"], "/org/id": [7, true, 1.50] }""")
            .Routes.Find(Some.Call("GET/"))!;

        Assert.Equal(
            ["custom:tenant_id = blue|green", "/org/id = 7|true|1.50"],
            rule.Claims.Select(asked => $"{asked.Claim} = {string.Join('|', asked.Values)}"));
    }

    [Fact]
    public void The_verifier_is_told_each_claim_once_with_all_values_that_some_route_accepts()
    {
        AuthorizerConfiguration configuration = _folder.Load(ConfigurationFolder.Spoilt(
            "/routes",
            """
            [
              { "route": "GET /a", "claims": { "tenant": ["blue"], "plan": ["gold"] } },
              { "route": "GET /b", "claims": { "tenant": ["green", "blue"] } },
              { "route": "GET /c" }
            ]
            """));

        Assert.Equal(
            ["tenant = blue|green", "plan = gold"],
            configuration.ClaimsAsked.Select(asked => $"{asked.Key} = {string.Join('|', asked.Value)}"));
    }

    private static string File(string claims) =>
        ConfigurationFolder.Spoilt("/routes", $$"""[{ "route": "GET /", "claims": {{claims}} }]""");

    private AuthorizerConfiguration Load(string claims) => _folder.Load(File(claims));
}
