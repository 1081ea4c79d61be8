using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class PrincipalClaimsTests
{
    [Fact]
    public void The_principal_is_the_configured_claim()
    {
        Assert.Equal(The.Subject, Read("{}").Id);
        Assert.Equal("a@b", Read("""{"user":{"mail":"a@b"}}""", Reading(principal: "/user/mail")).Id);
    }

    [Fact]
    public void A_missing_principal_is_named_as_configured() => Assert.Equal(
        "claim_missing /user/mail", Failure("""{"user":{}}""", Reading(principal: "/user/mail")));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[\"alice\"]")]
    [InlineData("\"alice\\u000d\\u000aX-Admin: 1\"")]
    public void A_principal_is_text_without_control_characters_and_not_empty(string value) =>
        Assert.Equal("claim_invalid sub", Failure($$"""{"sub":{{value}}}"""));

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"scope":""}""", "")]
    [InlineData("""{"scope":"a b"}""", "a|b")]
    [InlineData("""{"scope":"  a   b "}""", "a|b")]
    [InlineData("""{"scope":"a\tb"}""", "a\tb")]
    [InlineData("""{"scope":"a,b"}""", "a,b")]
    [InlineData("""{"scope":"A a"}""", "A|a")]
    [InlineData("""{"scope":["a","b"]}""", "a|b")]
    [InlineData("""{"scope":["a b"]}""", "a b")]
    [InlineData("""{"scope":[]}""", "")]
    [InlineData("""{"scp":"c d"}""", "c|d")]
    [InlineData("""{"scp":["c"],"scope":"a b"}""", "a|b|c")]
    public void Scopes_are_all_that_either_claim_lists(string claims, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(claims).Scopes));

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"groups":"clerks of the shop"}""", "clerks of the shop")]
    [InlineData("""{"groups":["clerks","admins"]}""", "clerks|admins")]
    [InlineData("""{"realm_access":{"roles":["admins"]}}""", "admins")]
    [InlineData("""{"groups":["a"],"realm_access":{"roles":["b"]}}""", "a|b")]
    [InlineData("""{"groups":[]}""", "")]
    public void Groups_are_taken_whole_from_every_claim(string claims, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(claims, Reading(groups: ["groups", "/realm_access/roles"])).Groups));

    [Theory]
    [InlineData("scope")]
    [InlineData("scp")]
    [InlineData("groups")]
    public void Neither_may_be_of_another_type(string name) => Assert.All(
        ["null", "7", "true", "{}", "[7]", "[\"a\",null]", "[[\"a\"]]"],
        value => Assert.Equal($"claim_invalid {name}", Failure($$"""{"{{name}}":{{value}}}""")));

    [Fact]
    public void Scopes_and_groups_are_five_hundred_at_most_all_claims_together()
    {
        static string Words(int count) => string.Join(' ', Enumerable.Repeat("a", count));
        static string List(int count) => $"[{string.Join(',', Enumerable.Repeat("\"a\"", count))}]";

        Assert.Equal(500, Read($$"""{"scope":"{{Words(250)}}","scp":{{List(250)}},"groups":{{List(500)}}}""").Scopes.Count);
        Assert.Equal("claim_invalid scope", Failure($$"""{"scope":"{{Words(501)}}"}"""));
        Assert.Equal("claim_invalid scp", Failure($$"""{"scope":"{{Words(250)}}","scp":{{List(251)}}}"""));
        Assert.Equal("claim_invalid groups", Failure($$"""{"groups":{{List(501)}}}"""));
    }

    [Theory]
    [InlineData(256 - 13, null)]
    [InlineData(257 - 13, "context_too_large")]
    public void A_context_over_its_budget_stands_against_its_principal_and_nothing_of_it_is_kept(int letters, string? code)
    {
        Principal principal = Read($$"""{"tenant":"{{new string('a', letters)}}","scope":"a"}""");

        Assert.Equal(code, principal.Obstacle?.Code);
        Assert.Equal(code is null, principal.Context.Any());
        Assert.Equal((The.Subject, "a"), (principal.Id, Assert.Single(principal.Scopes)));
    }

    [Theory]
    [InlineData("""{"exp":1000}""", null, 1060)]
    [InlineData("""{"exp":1000,"iat":500}""", null, 1060)]
    [InlineData("""{"exp":1000,"iat":500}""", 100, 660)]
    [InlineData("""{"exp":1000,"iat":950}""", 100, 1060)]
    [InlineData("""{"iat":500}""", 100, 660)]
    [InlineData("{}", null, null)]
    [InlineData("""{"exp":253402300799}""", null, null)]
    public void It_ends_with_the_token_or_its_greatest_age_and_the_skew(string claims, int? maxTokenAge, int? seconds)
    {
        IssuerConfiguration issuer = Reading(maxTokenAge: maxTokenAge);

        Assert.Equal(
            seconds is { } end ? DateTimeOffset.FromUnixTimeSeconds(end) : null, Read(claims, issuer).Expires);
    }

    private static IssuerConfiguration Reading(
        string principal = "sub", int? maxTokenAge = null, params string[] groups) => new()
        {
            MaxTokenAge = maxTokenAge is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            PrincipalClaim = new ClaimName(principal),
            ScopeClaims = [new ClaimName("scope"), new ClaimName("scp")],
            GroupClaims = [.. (groups.Length > 0 ? groups : ["groups"]).Select(name => new ClaimName(name))],
        };

    private static Principal Read(string claims, IssuerConfiguration? issuer = null)
    {
        Assert.Null(TryRead(claims, issuer, out Principal? principal));
        return principal!;
    }

    private static string? Failure(string claims, IssuerConfiguration? issuer = null)
    {
        Rejection? rejection = TryRead(claims, issuer, out Principal? principal);
        Assert.Null(principal);
        return $"{rejection?.Code} {rejection?.Claim}";
    }

    /// <summary>Claims with a subject, unless they bring their own.</summary>
    private static Rejection? TryRead(string claims, IssuerConfiguration? issuer, out Principal? principal)
    {
        JsonObject members = JsonNode.Parse(claims)!.AsObject();
        members.TryAdd("sub", The.Subject);
        return new PrincipalClaims(Some.Configuration(issuer ?? Reading(), told: "tenant")).TryRead(
            new VerifiedClaims(Some.Json(members.ToJsonString())), issuer ?? Reading(), out principal);
    }
}
