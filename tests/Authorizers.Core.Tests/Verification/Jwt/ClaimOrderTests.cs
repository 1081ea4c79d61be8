using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

/// <summary>Clients, types and the order in which all checks come: the rest of <see cref="ClaimChecks"/>.</summary>
public sealed class ClaimOrderTests
{
    private static readonly (string Code, Action<JsonObject> Spoil)[] InOrder =
    [
        ("token_expired", claims => claims["exp"] = 1),
        ("token_not_yet_valid", claims => claims["nbf"] = The.Moment.AddHours(1).ToUnixTimeSeconds()),
        ("token_from_future", claims => claims["iat"] = The.Moment.AddHours(1).ToUnixTimeSeconds()),
        ("audience_mismatch", claims => claims["aud"] = "other"),
        ("client_mismatch", claims => claims["client_id"] = "other"),
        ("type_mismatch", claims => claims["header"] = "JWT"),
        ("use_mismatch", claims => claims["token_use"] = "id"),
        ("claim_mismatch", claims => claims["acr"] = "low"),
        ("binding_missing", claims => claims["cnf"] = new JsonObject()),
    ];

    [Fact]
    public void The_first_failure_in_the_order_of_the_contract_is_the_one_reported()
    {
        Assert.Null(Failure([]));
        for (int first = 0; first < InOrder.Length; first++)
        {
            Assert.Equal(InOrder[first].Code, Failure(InOrder.Skip(first)));
        }
    }

    [Theory]
    [InlineData("""{"client_id":"shop"}""", true)]
    [InlineData("""{"azp":"shop"}""", true)]
    [InlineData("""{"appid":"shop"}""", true)]
    [InlineData("""{"cid":"till"}""", true)]
    [InlineData("""{"client_id":"shop","azp":"till"}""", true)]
    [InlineData("""{"client_id":"shop","azp":"mallory"}""", false)]
    [InlineData("""{"client_id":"mallory","cid":"shop"}""", false)]
    [InlineData("""{"client_id":"Shop"}""", false)]
    [InlineData("""{"client_id":["shop"]}""", false)]
    [InlineData("""{"client_id":null,"azp":"shop"}""", false)]
    [InlineData("""{"client":"shop"}""", false)]
    [InlineData("""{}""", false)]
    public void Each_claim_that_names_a_client_must_name_one_of_ours_and_one_must(string clientClaims, bool accepted)
    {
        JsonObject claims = Some.Claims();
        claims.Remove("client_id");
        foreach ((string name, JsonNode? value) in JsonNode.Parse(clientClaims)!.AsObject())
        {
            claims[name] = value?.DeepClone();
        }

        Assert.Equal(accepted ? null : "client_mismatch", Failure(claims, "at+jwt", Some.Issuer(clientIds: ["shop", "till"])));
    }

    [Theory]
    [InlineData("mallory")]
    [InlineData(null)]
    public void Where_no_client_is_named_any_will_do(string? client)
    {
        JsonObject claims = Some.Claims();
        claims["client_id"] = client;

        Assert.Null(Failure(claims, "at+jwt", Some.Issuer()));
    }

    [Theory]
    [InlineData("at+jwt", null)]
    [InlineData("AT+JWT", null)]
    [InlineData("application/at+jwt", null)]
    [InlineData("other", null)]
    [InlineData("JWT", "type_mismatch")]
    [InlineData("at+jwt;x=1", "type_mismatch")]
    [InlineData("", "type_mismatch")]
    [InlineData(null, "type_mismatch")]
    public void The_type_must_be_one_of_those_accepted(string? type, string? code) =>
        Assert.Equal(code, Failure(Some.Claims(), type, Typed("application/AT+jwt", "other")));

    [Theory]
    [InlineData("JWT", null)]
    [InlineData("at+jwt", null)]
    [InlineData("application/AT+JWT", null)]
    [InlineData("JOSE", null)]
    [InlineData(null, null)]
    [InlineData("logout+jwt", "type_mismatch")]
    [InlineData("application/dpop+jwt", "type_mismatch")]
    [InlineData("SecEvent+JWT", "type_mismatch")]
    [InlineData("client-authentication+jwt", "type_mismatch")]
    public void Where_no_type_is_configured_any_will_do_that_names_no_other_kind(string? type, string? code) =>
        Assert.Equal(code, Failure(Some.Claims(), type, Typed()));

    /// <summary>An issuer whose tokens are asked for all that can be asked for.</summary>
    private static IssuerConfiguration Strict { get; } = new()
    {
        Issuer = The.Issuer,
        Audiences = [The.Audience],
        ClientIds = ["shop"],
        TokenTypes = ["at+jwt"],
        TokenUse = TokenUse.Access,
        RequiredClaims = [new(new ClaimName("acr"), ["high"])],
        MaxTokenAge = TimeSpan.FromHours(1),
    };

    private static IssuerConfiguration Typed(params string[] types) =>
        new() { Issuer = The.Issuer, Audiences = [The.Audience], ClientIds = ["shop"], TokenTypes = types };

    private static string? Failure(IEnumerable<(string Code, Action<JsonObject> Spoil)> failures)
    {
        JsonObject claims = Some.Claims();
        claims["token_use"] = "access";
        claims["acr"] = "high";
        foreach ((_, Action<JsonObject> spoil) in failures)
        {
            spoil(claims);
        }

        return Failure(claims, claims["header"]?.GetValue<string>() ?? "at+jwt", Strict);
    }

    private static string? Failure(JsonObject claims, string? type, IssuerConfiguration issuer) =>
        Some.FirstFailure(claims, type, issuer)?.Code;
}
