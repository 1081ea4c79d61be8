using System.Text.Json.Nodes;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Verification.Introspection;

/// <summary>What the issuer says of an active token is checked like the claims of a JWT.</summary>
public sealed class IntrospectionVerifierTests : IAsyncDisposable
{
    private static readonly (string Code, Action<JsonObject> Spoil)[] InOrder =
    [
        ("issuer_unknown", members => members["iss"] = The.OtherIssuer),
        ("token_expired", members => members["exp"] = 1),
        ("token_not_yet_valid", members => members["nbf"] = The.Moment.AddHours(1).ToUnixTimeSeconds()),
        ("token_from_future", members => members["iat"] = The.Moment.AddHours(1).ToUnixTimeSeconds()),
        ("audience_mismatch", members => members["aud"] = "other"),
        ("client_mismatch", members => members["client_id"] = "other"),
        ("use_mismatch", members => members["token_use"] = "refresh_token"),
        ("binding_missing", members => members["cnf"] = new JsonObject()),
        ("claim_missing", members => members.Remove("sub")),
        ("claim_invalid", members => members["scope"] = 7),
    ];

    private readonly IntrospectedIssuer _issuer = new();

    public ValueTask DisposeAsync() => _issuer.DisposeAsync();

    [Fact]
    public async Task An_active_token_gives_a_principal_and_the_evidence_for_it()
    {
        _issuer.Server.Answer(IntrospectionServer.Active(members => members["groups"] = new JsonArray("clerks")));

        VerificationResult result = await _issuer.VerifyAsync();

        Assert.True(result.Succeeded);
        Assert.Equal(The.Subject, result.Principal.Id);
        Assert.Equal(["orders:read"], result.Principal.Scopes);
        Assert.Equal(["clerks"], result.Principal.Groups);
        Assert.Equal([new("client", The.Client)], result.Principal.Context);
        Assert.Equal(new Evidence(The.Issuer, KeyId: null, KeysFetched: true), result.Evidence);
    }

    [Fact]
    public async Task The_principal_has_the_claims_that_routes_ask_for_whether_or_not_the_answer_was_at_hand()
    {
        _issuer.Server.Answer(IntrospectionServer.Active(members => members["tenant"] = new JsonArray("green", "blue")));

        for (int call = 0; call < 2; call++)
        {
            KeyValuePair<string, IReadOnlyList<string>> held = Assert.Single((await _issuer.VerifyAsync()).Principal!.Claims);
            Assert.Equal("tenant = blue", $"{held.Key} = {string.Join('|', held.Value)}");
        }
    }

    [Fact]
    public async Task A_token_that_is_not_active_is_refused()
    {
        _issuer.Server.Answer("""{"active":false}""");

        VerificationResult result = await _issuer.VerifyAsync();

        Assert.Equal(("token_inactive", null), (result.Rejection.Code, result.Rejection.Claim));
        Assert.Equal(new Evidence(The.Issuer, KeyId: null, KeysFetched: true), result.Evidence);
    }

    [Fact]
    public async Task Evidence_says_when_nobody_had_to_be_asked()
    {
        await _issuer.VerifyAsync();
        Assert.False((await _issuer.VerifyAsync()).Evidence.KeysFetched);

        _issuer.Server.Answer("""{"active":false}""");
        await _issuer.VerifyAsync("other");
        Assert.False((await _issuer.VerifyAsync("other")).Evidence.KeysFetched);
    }

    [Fact]
    public async Task The_first_failure_in_the_order_of_the_contract_is_the_one_reported()
    {
        for (int first = 0; first < InOrder.Length; first++)
        {
            Assert.Equal(InOrder[first].Code, await VerdictAsync(members =>
            {
                foreach ((_, Action<JsonObject> spoil) in InOrder.Skip(first))
                {
                    spoil(members);
                }
            }));
        }
    }

    [Theory]
    [InlineData("iss", The.Subject)]
    [InlineData("exp", The.Subject)]
    [InlineData("nbf", The.Subject)]
    [InlineData("iat", The.Subject)]
    [InlineData("scope", The.Subject)]
    [InlineData("token_type", The.Subject)]
    [InlineData("aud", "audience_mismatch")]
    [InlineData("client_id", "client_mismatch")]
    [InlineData("sub", "claim_missing")]
    public async Task What_an_answer_need_not_say_is_checked_when_it_does(string member, string verdict) =>
        Assert.Equal(verdict, await VerdictAsync(members => members.Remove(member)));

    [Theory]
    [InlineData("\"https://issuer.example/\"", The.Subject)]
    [InlineData("\"issuer.example\"", The.Subject)]
    [InlineData("\"https://issuer.example\"", "issuer_unknown")]
    [InlineData("\"https://other.example/\"", "issuer_unknown")]
    [InlineData("\"\"", "issuer_unknown")]
    [InlineData("null", "issuer_unknown")]
    [InlineData("[\"https://issuer.example/\"]", "issuer_unknown")]
    public async Task An_issuer_must_be_the_one_that_was_asked(string issuer, string verdict) =>
        Assert.Equal(verdict, await VerdictAsync(members => members["iss"] = JsonNode.Parse(issuer)));

    [Theory]
    [InlineData("\"Bearer\"", The.Subject)]
    [InlineData("\"bearer\"", The.Subject)]
    [InlineData("\"BEARER\"", The.Subject)]
    [InlineData("\"DPoP\"", "binding_missing")]
    [InlineData("\"N_A\"", "binding_missing")]
    [InlineData("\"\"", "binding_missing")]
    [InlineData("null", "binding_missing")]
    [InlineData("[\"Bearer\"]", "binding_missing")]
    public async Task A_token_of_another_kind_than_Bearer_lacks_its_proof(string kind, string verdict) =>
        Assert.Equal(verdict, await VerdictAsync(members => members["token_type"] = JsonNode.Parse(kind)));

    [Theory]
    [InlineData("token_use", "access_token", The.Subject)]
    [InlineData("token_use", "access", The.Subject)]
    [InlineData("token_use", "refresh_token", "use_mismatch")]
    [InlineData("typ", "Bearer", The.Subject)]
    [InlineData("typ", "Refresh", "use_mismatch")]
    [InlineData("typ", "logout+jwt", The.Subject)]
    [InlineData("nonce", "x", "use_mismatch")]
    public async Task Another_token_of_the_issuer_is_no_access_token_however_active(
        string member, string value, string verdict) =>
        Assert.Equal(verdict, await VerdictAsync(members => members[member] = value));

    [Theory]
    [InlineData("1e400")]
    [InlineData("\"4102444800\"")]
    [InlineData("null")]
    public async Task A_date_that_is_no_date_is_an_invalid_claim(string value) => Assert.Equal(
        "claim_invalid", await VerdictAsync(members => members["exp"] = JsonNode.Parse(value)));

    [Fact]
    public async Task A_token_for_the_client_itself_needs_another_principal_claim_and_gets_none_by_itself()
    {
        await using var issuer = new IntrospectedIssuer(principalClaim: "client_id");
        issuer.Server.Answer(IntrospectionServer.Active(members => members.Remove("sub")));

        Assert.Equal(The.Client, await issuer.VerdictAsync());
        Assert.Equal("claim_missing", await VerdictAsync(members => members.Remove("sub")));
    }

    private int _tokens;

    private Task<string> VerdictAsync(Action<JsonObject> spoil)
    {
        _issuer.Server.Answer(IntrospectionServer.Active(spoil));
        return _issuer.VerdictAsync($"opaque-{_tokens++}");
    }
}
