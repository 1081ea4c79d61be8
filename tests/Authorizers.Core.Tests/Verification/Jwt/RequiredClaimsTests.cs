using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class RequiredClaimsTests
{
    [Theory]
    [InlineData("\"gold\"", null)]
    [InlineData("\"silver\"", null)]
    [InlineData("\"Gold\"", "claim_mismatch level")]
    [InlineData("\"gold \"", "claim_mismatch level")]
    [InlineData("\"golden\"", "claim_mismatch level")]
    [InlineData("\"\"", "claim_mismatch level")]
    [InlineData("[\"tin\",\"gold\"]", null)]
    [InlineData("[\"tin\"]", "claim_mismatch level")]
    [InlineData("[]", "claim_mismatch level")]
    [InlineData("[[\"gold\"]]", "claim_mismatch level")]
    [InlineData("true", null)]
    [InlineData("\"true\"", null)]
    [InlineData("false", "claim_mismatch level")]
    [InlineData("2", null)]
    [InlineData("[1,2]", null)]
    [InlineData("2.0", "claim_mismatch level")]
    [InlineData("null", "claim_mismatch level")]
    [InlineData("{\"gold\":true}", "claim_mismatch level")]
    public void A_required_claim_has_one_of_its_values(string value, string? failure) =>
        Assert.Equal(failure, Failure(claims => claims["level"] = JsonNode.Parse(value)));

    [Fact]
    public void A_required_claim_must_be_there() => Assert.Equal("claim_missing level", Failure(claims => claims.Remove("level")));

    [Fact]
    public void Every_required_claim_must_hold_and_a_pointer_reaches_nested_ones()
    {
        Assert.Equal("claim_missing /org/id", Failure(claims => claims.Remove("org")));
        Assert.Equal("claim_mismatch /org/id", Failure(claims => claims["org"] = new JsonObject { ["id"] = 8 }));
    }

    private static string? Failure(Action<JsonObject> spoil)
    {
        JsonObject claims = Some.Claims();
        claims["level"] = "gold";
        claims["org"] = new JsonObject { ["id"] = 7 };
        spoil(claims);
        var issuer = new IssuerConfiguration
        {
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            RequiredClaims = [new(new ClaimName("level"), ["gold", "silver", "true", "2"]), new(new ClaimName("/org/id"), ["7"])],
        };
        return Some.FirstFailure(claims, "at+jwt", issuer) is { } rejection ? $"{rejection.Code} {rejection.Claim}" : null;
    }
}
