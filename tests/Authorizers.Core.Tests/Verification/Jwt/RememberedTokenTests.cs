using System.Text.Json.Nodes;
using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.Jwt;

namespace Authorizers.Core.Tests.Verification.Jwt;

public sealed class RememberedTokenTests
{
    private readonly StoppedClock _clock = new();
    private readonly FakeKeys _keys = new(The.P256, The.Rsa);
    private readonly JwtVerifier _verifier;

    public RememberedTokenTests() => _verifier = Verifier(100);

    [Fact]
    public async Task A_token_that_comes_again_is_not_verified_again()
    {
        string token = Some.Token();
        VerificationResult first = await VerifyAsync(token);
        VerificationResult second = await VerifyAsync(token);

        Assert.Same(first.Principal, second.Principal);
        Assert.Equal(first.Evidence, second.Evidence);
    }

    [Fact]
    public async Task A_remembered_token_has_the_claims_that_routes_ask_for()
    {
        var table = new RouteTable([Some.Rule("GET /orders") with { Claims = [new ClaimRequirement("tenant", ["blue"])] }]);
        JwtVerifier verifier = Some.Verifier(Some.Issuer(), _keys, _clock, routes: table);
        string blue = Some.Token(claims => claims["tenant"] = "blue");
        string green = Some.Token(claims => claims["tenant"] = "green");

        Assert.All(new[] { blue, green, blue, green }, token =>
        {
            VerificationResult result = VerifyAsync(token, verifier).GetAwaiter().GetResult();
            Decision decision = table.Decide(result, Some.Request("GET/orders"), _clock);
            Assert.Equal(token == blue, decision is Decision.Allowed { Reason: null });
        });
        Assert.Same((await VerifyAsync(blue, verifier)).Principal, (await VerifyAsync(blue, verifier)).Principal);
    }

    [Fact]
    public async Task Where_none_are_remembered_every_token_is_verified()
    {
        JwtVerifier forgetful = Verifier(0);
        string token = Some.Token();

        Assert.NotSame((await VerifyAsync(token, forgetful)).Principal, (await VerifyAsync(token, forgetful)).Principal);
    }

    [Theory]
    [InlineData(3659.999, null)]
    [InlineData(3660, "token_expired")]
    public async Task A_remembered_token_expires_as_any_other(double seconds, string? code)
    {
        string token = Some.Token();
        Assert.Null(await FailureAsync(token));

        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(code, await FailureAsync(token));
    }

    [Fact]
    public async Task A_remembered_token_grows_too_old()
    {
        string token = Some.Token(claims => claims["exp"] = The.Moment.AddDays(1).ToUnixTimeSeconds());
        Assert.Null(await FailureAsync(token));

        _clock.Advance(TimeSpan.FromHours(2) + The.ClockSkew);

        Assert.Equal("token_too_old", await FailureAsync(token));
    }

    [Fact]
    public async Task A_remembered_token_goes_with_its_key()
    {
        string token = Some.Token();
        Assert.Null(await FailureAsync(token));

        _keys.Publish(The.Rsa);
        Assert.Equal("key_unknown", await FailureAsync(token));

        _keys.Publish(The.P256);
        Assert.Null(await FailureAsync(token));
    }

    [Fact]
    public async Task A_remembered_token_is_verified_anew_when_another_key_takes_the_place_of_its_own()
    {
        string token = Some.Token(spoilHeader: header => header.Remove("kid"));
        Assert.Null(await FailureAsync(token));

        _keys.Publish(The.OtherP256);

        Assert.Equal("signature_invalid", await FailureAsync(token));
    }

    [Fact]
    public async Task A_token_whose_keys_had_to_be_fetched_is_remembered_like_any_other()
    {
        string token = Some.Token();
        VerificationResult first = await VerifyFetchingAsync(token, The.P256);
        VerificationResult second = await VerifyAsync(token);

        Assert.True(first.Evidence.KeysFetched);
        Assert.False(second.Evidence.KeysFetched);
        Assert.Same(first.Principal, second.Principal);
    }

    [Fact]
    public async Task A_remembered_token_for_which_keys_are_fetched_is_held_to_those()
    {
        string token = Some.Token(spoilHeader: header => header.Remove("kid"));
        VerificationResult first = await VerifyAsync(token);

        VerificationResult unchanged = await VerifyFetchingAsync(token);
        VerificationResult replaced = await VerifyFetchingAsync(token, The.OtherP256);

        Assert.Same(first.Principal, unchanged.Principal);
        Assert.True(unchanged.Evidence.KeysFetched);
        Assert.Equal("signature_invalid", replaced.Rejection.Code);
        Assert.Equal(new Evidence(The.Issuer, The.OtherP256.Id, KeysFetched: true), replaced.Evidence);
    }

    [Fact]
    public async Task What_stands_against_a_principal_is_remembered_with_it()
    {
        IssuerConfiguration issuer = Some.Issuer();
        var verifier = new JwtVerifier(
            Some.Configuration(issuer, told: "tenant"), [new TrustedIssuer(issuer, _keys)], _clock, Assert.Fail);
        string token = Some.Token(claims => claims["tenant"] = new string('a', 300));

        VerificationResult first = await VerifyAsync(token, verifier);
        VerificationResult second = await VerifyAsync(token, verifier);

        Assert.Equal("context_too_large", first.Principal?.Obstacle?.Code);
        Assert.Same(first.Principal, second.Principal);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered()
    {
        string token = Some.Token(claims => claims["nbf"] = The.Moment.AddMinutes(30).ToUnixTimeSeconds());
        Assert.Equal("token_not_yet_valid", await FailureAsync(token));

        _clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Null(await FailureAsync(token));
    }

    [Fact]
    public async Task An_outage_is_an_outage_for_remembered_tokens_too()
    {
        string token = Some.Token();
        Assert.Null(await FailureAsync(token));

        _keys.IsDown = true;

        await Assert.ThrowsAsync<OutageException>(() => VerifyAsync(token));
    }

    [Fact]
    public async Task Whatever_differs_from_a_remembered_token_in_one_letter_is_another_token()
    {
        string token = Some.Token();
        Assert.Null(await FailureAsync(token));

        foreach (int at in Enumerable.Range(0, token.Length))
        {
            char other = token[at] == 'A' ? 'B' : 'A';
            Assert.NotNull(await FailureAsync($"{token[..at]}{other}{token[(at + 1)..]}"));
        }

        Assert.Null(await FailureAsync(token));
    }

    [Fact]
    public async Task Remembering_changes_no_answer_whatever_the_time_and_the_keys_do()
    {
        var random = new Random(20261120);
        string[] tokens = [.. Tokens()];
        JwtVerifier forgetful = Verifier(0);
        JwtVerifier crowded = Verifier(2);
        HashSet<string?> seen = [];
        for (int step = 0; step < 5000; step++)
        {
            switch (random.Next(12))
            {
                case 0:
                    _clock.Advance(TimeSpan.FromMinutes(random.Next(1, 40)));
                    break;
                case 1:
                    _clock.Advance(The.Moment - _clock.GetUtcNow() - TimeSpan.FromMinutes(random.Next(0, 90)));
                    break;
                case 2:
                    SigningKey[] all = [The.P256, The.Rsa, The.OtherRsa];
                    _keys.Publish([.. all.Where(_ => random.Next(3) > 0)]);
                    break;
                default:
                    string token = tokens[random.Next(tokens.Length)];
                    string? code = await FailureAsync(token, forgetful);
                    Assert.Equal(code, await FailureAsync(token));
                    Assert.Equal(code, await FailureAsync(token, crowded));
                    seen.Add(code);
                    break;
            }
        }

        Assert.Superset(
            new HashSet<string?> { null, "token_expired", "token_not_yet_valid", "token_from_future", "token_too_old", "key_unknown" }, seen);
    }

    private static IEnumerable<string> Tokens()
    {
        foreach (int minutes in new[] { -90, -30, 0, 30 })
        {
            long issued = The.Moment.AddMinutes(minutes).ToUnixTimeSeconds();
            yield return Some.Token(claims => claims["iat"] = issued);
            yield return Some.Token(claims => (claims["nbf"], claims["exp"]) = (issued, issued + 86_400), key: The.P256);
            yield return Some.Token(Header(The.Rsa), Claims(issued), The.Rsa, "RS256");
            yield return Some.Token("""{"alg":"RS256"}""", Claims(issued), The.Rsa, "RS256");
        }
    }

    private static string Header(SigningKey key) => Some.Header(key, "RS256").ToJsonString();

    private static string Claims(long issued)
    {
        JsonObject claims = Some.Claims();
        claims["iat"] = issued;
        return claims.ToJsonString();
    }

    private JwtVerifier Verifier(int verifiedTokens)
    {
        IssuerConfiguration issuer = new()
        {
            Issuer = The.Issuer,
            Audiences = [The.Audience],
            Algorithms = [The.Es256, The.Rs256],
            MaxTokenAge = TimeSpan.FromHours(2),
        };
        return Some.Verifier(issuer, _keys, _clock, verifiedTokens);
    }

    private async Task<VerificationResult> VerifyAsync(string token, JwtVerifier? verifier = null)
    {
        using Deadline deadline = Some.Deadline(_clock);
        return await (verifier ?? _verifier).VerifyAsync(Some.Bearer(token), deadline);
    }

    /// <summary>Verifies a token for which the keys are fetched first, these if any are given.</summary>
    private async Task<VerificationResult> VerifyFetchingAsync(string token, params SigningKey[] published)
    {
        TaskCompletionSource fetch = _keys.FetchOnce();
        Task<VerificationResult> verification = VerifyAsync(token);
        if (published.Length > 0)
        {
            _keys.Publish(published);
        }

        fetch.SetResult();
        return await verification;
    }

    private async Task<string?> FailureAsync(string token, JwtVerifier? verifier = null)
    {
        VerificationResult result = await VerifyAsync(token, verifier);
        return result.Succeeded ? null : result.Rejection.Code;
    }
}
