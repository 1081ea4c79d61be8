using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Responses;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class JwtVerifierTests
{
    private readonly StoppedClock _clock = new();
    private readonly FakeKeys _keys = new(The.P256, The.Rsa);
    private readonly FakeKeys _otherKeys = new(The.OtherP256);
    private readonly List<string> _warnings = [];

    [Fact]
    public async Task A_genuine_token_gives_a_principal_and_the_evidence_for_it()
    {
        VerificationResult result = await VerifyAsync(Some.Token());

        Assert.True(result.Succeeded);
        Assert.Equal(The.Subject, result.Principal.Id);
        Assert.Equal(["orders:read"], result.Principal.Scopes);
        Assert.Equal([new("client", The.Client)], result.Principal.Context);
        Assert.Equal(new Evidence(The.Issuer, The.P256.Id), result.Evidence);
    }

    [Theory]
    [InlineData("https://issuer.example/", true)]
    [InlineData("issuer.example", true)]
    [InlineData("https://issuer.example", false)]
    [InlineData("https://ISSUER.example/", false)]
    [InlineData("https://issuer.example/evil", false)]
    [InlineData("https://issuer.example.evil/", false)]
    [InlineData("", false)]
    public async Task The_issuer_is_chosen_by_its_exact_spelling_alternates_included(string spelling, bool known) =>
        Assert.Equal(known ? null : "issuer_unknown", await FailureAsync(Some.Token(claims => claims["iss"] = spelling)));

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[\"https://issuer.example/\"]")]
    public async Task An_issuer_that_is_no_text_is_unknown(string issuer) =>
        Assert.Equal("issuer_unknown", await FailureAsync(Some.Token(claims => claims["iss"] = JsonNode.Parse(issuer))));

    [Fact]
    public async Task Each_issuer_vouches_for_its_own_tokens_with_its_own_keys()
    {
        Assert.Null(await FailureAsync(Some.Token(claims => claims["iss"] = The.OtherIssuer, key: The.OtherP256)));
        Assert.Null(await FailureAsync(Some.Token(key: The.P256)));
    }

    [Fact]
    public async Task The_key_of_one_issuer_never_verifies_a_token_of_another()
    {
        Assert.Equal("key_unknown", await FailureAsync(Some.Token(key: The.OtherP256)));
        Assert.Equal("key_unknown", await FailureAsync(Some.Token(claims => claims["iss"] = The.OtherIssuer, key: The.P256)));
    }

    [Fact]
    public async Task A_key_id_of_one_issuer_does_not_lend_its_name_to_another_key() => Assert.Equal(
        "signature_invalid",
        await FailureAsync(Some.Token(spoilHeader: header => header["kid"] = The.P256.Id, key: The.OtherP256)));

    [Fact]
    public async Task Evidence_names_what_we_hold_and_never_what_the_token_says()
    {
        VerificationResult unknownIssuer = await VerifyAsync(Some.Token(claims => claims["iss"] = "https://evil.example/"));
        VerificationResult unknownKey = await VerifyAsync(Some.Token(spoilHeader: header => header["kid"] = "evil"));
        VerificationResult alternate = await VerifyAsync(Some.Token(claims => claims["iss"] = "issuer.example"));

        Assert.Equal(default, unknownIssuer.Evidence);
        Assert.Equal(new Evidence(The.Issuer, null), unknownKey.Evidence);
        Assert.Equal(new Evidence(The.Issuer, The.P256.Id), alternate.Evidence);
    }

    [Fact]
    public async Task An_algorithm_that_the_issuer_does_not_use_is_refused_before_any_key_is_asked_for()
    {
        string token = Some.Token("""{"alg":"PS512","kid":"rsa"}""", Some.Claims().ToJsonString(), The.Rsa, "PS512");

        VerificationResult result = await VerifyAsync(token);

        Assert.Equal("algorithm_not_allowed", result.Rejection.Code);
        Assert.Equal(new Evidence(The.Issuer, null), result.Evidence);
        Assert.Equal(0, _keys.Asked);
    }

    [Fact]
    public async Task A_key_of_another_kind_is_unsuitable_and_not_tried() => Assert.Equal(
        "key_unsuitable", await FailureAsync(Some.Token(spoilHeader: header => header["kid"] = The.Rsa.Id)));

    [Fact]
    public async Task Without_a_key_id_the_only_key_that_fits_is_meant() =>
        Assert.Null(await FailureAsync(Some.Token(spoilHeader: header => header.Remove("kid"))));

    [Fact]
    public async Task No_claim_is_looked_at_before_the_signature_holds()
    {
        string forged = Some.Token(claims => claims["exp"] = 1, header => header["kid"] = The.P256.Id, The.OtherP256);

        Assert.Equal("signature_invalid", await FailureAsync(forged));
        Assert.Equal("token_expired", await FailureAsync(Some.Token(claims => claims["exp"] = 1)));
    }

    [Fact]
    public async Task The_principal_comes_last() => Assert.Equal(
        "claim_missing",
        await FailureAsync(Some.Token(claims =>
        {
            claims.Remove("sub");
            claims["scope"] = 7;
        })));

    [Fact]
    public async Task Time_is_the_clocks()
    {
        string token = Some.Token();
        Assert.Null(await FailureAsync(token));

        _clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("token_expired", await FailureAsync(token));
    }

    [Fact]
    public async Task An_issuer_that_is_down_is_an_outage_and_no_rejection()
    {
        using Deadline deadline = Some.Deadline(_clock);
        JwtVerifier verifier = Verifier(new FakeKeys { IsDown = true });

        await Assert.ThrowsAsync<OutageException>(() => verifier.VerifyAsync(Some.Bearer(Some.Token()), deadline).AsTask());
    }

    [Fact]
    public async Task An_issuer_that_is_down_at_start_is_a_warning()
    {
        using Deadline deadline = Some.Deadline(_clock);

        await Verifier(new FakeKeys { IsDown = true }).PrepareAsync(deadline);

        Assert.Equal(["issuer_unreachable: The issuer is down."], _warnings);
    }

    private JwtVerifier Verifier(FakeKeys keys)
    {
        IssuerConfiguration issuer = new()
        {
            Issuer = The.Issuer,
            AlternateIssuers = ["issuer.example"],
            Audiences = [The.Audience],
            Algorithms = [The.Es256, The.Rs256],
            ScopeClaims = [new ClaimName("scope")],
        };
        var configuration = new AuthorizerConfiguration
        {
            Issuers = [issuer, Some.Issuer(The.OtherIssuer)],
            ClockSkew = The.ClockSkew,
            Routes = new RouteTable([]),
            OnUnauthenticated = OnUnauthenticated.Throw,
            Context = [new("client", new ClaimName("client_id"))],
        };
        TrustedIssuer[] trusted = [new(issuer, keys), new(configuration.Issuers[1], _otherKeys)];
        return new JwtVerifier(configuration, trusted, _clock, _warnings.Add);
    }

    private async Task<VerificationResult> VerifyAsync(string token)
    {
        using Deadline deadline = Some.Deadline(_clock);
        return await Verifier(_keys).VerifyAsync(Some.Bearer(token), deadline);
    }

    private async Task<string?> FailureAsync(string token)
    {
        VerificationResult result = await VerifyAsync(token);
        return result.Succeeded ? null : result.Rejection.Code;
    }
}
