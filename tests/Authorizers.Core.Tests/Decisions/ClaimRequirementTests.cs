using System.Text.Json.Nodes;
using Authorizers.Core.Decisions;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Decisions;

/// <summary>From a token's claims to what a route grants for them.</summary>
public sealed class ClaimRequirementTests
{
    [Theory]
    [InlineData("\"blue\"", true)]
    [InlineData("\"green\"", true)]
    [InlineData("\"Blue\"", false)]
    [InlineData("\"blue \"", false)]
    [InlineData("\"blue green\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("[\"red\",\"green\"]", true)]
    [InlineData("[\"red\"]", false)]
    [InlineData("[]", false)]
    [InlineData("[[\"blue\"]]", false)]
    [InlineData("{\"blue\":true}", false)]
    [InlineData("null", false)]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("7", true)]
    [InlineData("[1,7]", true)]
    [InlineData("7.0", false)]
    [InlineData("70", false)]
    public void A_claim_needs_one_of_the_values(string value, bool granted)
    {
        RouteRule rule = Rule(("tenant", ["blue", "green", "7", "true"]));

        Assert.Equal(granted, rule.Grants(Read(rule, $$"""{ "tenant": {{value}} }""")));
    }

    [Theory]
    [InlineData("""{ "tenant": "blue", "org": { "plan": "gold" } }""", true)]
    [InlineData("""{ "tenant": "blue", "org": { "plan": "free" } }""", false)]
    [InlineData("""{ "tenant": "blue", "/org/plan": "gold" }""", false)]
    [InlineData("""{ "tenant": "blue", "plan": "gold" }""", false)]
    [InlineData("""{ "tenant": "blue" }""", false)]
    [InlineData("""{ "org": { "plan": "gold" } }""", false)]
    [InlineData("""{ "tenant": "gold", "org": { "plan": "blue" } }""", false)]
    [InlineData("""{}""", false)]
    public void Every_claim_is_needed_where_it_was_named(string claims, bool granted)
    {
        RouteRule rule = Rule(("tenant", ["blue"]), ("/org/plan", ["gold"]));

        Assert.Equal(granted, rule.Grants(Read(rule, claims)));
    }

    [Fact]
    public void One_claim_does_not_stand_in_for_another()
    {
        RouteRule rule = Rule(("tenant", ["blue"]), ("team", ["blue"]));

        Assert.False(rule.Grants(Read(rule, """{ "tenant": "blue" }""")));
        Assert.False(rule.Grants(Read(rule, """{ "team": "blue" }""")));
        Assert.True(rule.Grants(Read(rule, """{ "tenant": "blue", "team": "blue" }""")));
    }

    [Fact]
    public void Claims_are_needed_beside_scopes_and_groups()
    {
        RouteRule rule = Rule(("tenant", ["blue"])) with { Scopes = ["orders:read"] };

        Assert.False(rule.Grants(Read(rule, """{ "tenant": "blue" }""")));
        Assert.False(rule.Grants(Read(rule, """{ "scope": "orders:read" }""")));
        Assert.True(rule.Grants(Read(rule, """{ "tenant": "blue", "scope": "orders:read" }""")));
    }

    [Fact]
    public void A_principal_keeps_nothing_but_what_routes_ask_for()
    {
        Principal principal = Read(
            Rule(("tenant", ["blue", "green"]), ("plan", ["gold"]), ("none", ["x"])),
            """{ "tenant": ["red", "green", "green", "blue"], "plan": "free", "mail": "a@b" }""");

        Assert.Equal(
            ["tenant = blue|green", "plan = "], principal.Claims.Select(held => $"{held.Key} = {string.Join('|', held.Value)}"));
        Assert.Empty(Read(Some.Rule("GET /"), """{ "tenant": "blue" }""").Claims);
    }

    private static RouteRule Rule(params (string Claim, string[] Values)[] claims) =>
        Some.Rule("GET /") with { Claims = [.. claims.Select(asked => new ClaimRequirement(asked.Claim, asked.Values))] };

    private static Principal Read(RouteRule rule, string claims)
    {
        JsonObject members = JsonNode.Parse(claims)!.AsObject();
        members["sub"] = The.Subject;
        Assert.Null(new PrincipalClaims(Some.Configuration(Some.Issuer(), routes: new RouteTable([rule]))).TryRead(
            new VerifiedClaims(Some.Json(members.ToJsonString())), Some.Issuer(), out Principal? principal));
        return principal!;
    }
}
