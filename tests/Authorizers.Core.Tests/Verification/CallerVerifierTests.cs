using Authorizers.Core.Configuration;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Tests.Verification;

public sealed class CallerVerifierTests
{
    private static readonly RequiredCredentials Both = new(ApiKey: true, Bearer: true, All: true);
    private static readonly RequiredCredentials Either = new(ApiKey: true, Bearer: true, All: false);

    private static readonly string Token = Some.Token();
    private static readonly string BadToken = Some.Token(claims => claims["exp"] = 1);

    [Theory]
    [InlineData("good", "good", "alice")]
    [InlineData("good", "none", "credential_missing")]
    [InlineData("none", "good", "credential_missing")]
    [InlineData("none", "none", "credential_missing")]
    [InlineData("good", "bad", "token_expired")]
    [InlineData("bad", "good", "key_checksum")]
    [InlineData("unknown", "good", "key_not_found")]
    [InlineData("unknown", "bad", "token_expired")]
    [InlineData("bad", "bad", "key_checksum")]
    public Task All_of_both_means_both(string key, string token, string verdict) => ExpectAsync(Both, key, token, verdict);

    [Theory]
    [InlineData("good", "good", "alice")]
    [InlineData("good", "none", "shop")]
    [InlineData("none", "good", "alice")]
    [InlineData("none", "none", "credential_missing")]
    [InlineData("good", "bad", "token_expired")]
    [InlineData("bad", "good", "key_checksum")]
    [InlineData("unknown", "good", "key_not_found")]
    public Task Who_may_choose_and_presents_both_is_held_to_both(string key, string token, string verdict) =>
        ExpectAsync(Either, key, token, verdict);

    [Theory]
    [InlineData("good", "bad", "shop")]
    [InlineData("none", "good", "credential_missing")]
    public async Task Where_keys_alone_are_asked_for_tokens_do_not_matter(string key, string token, string verdict)
    {
        await ExpectAsync(new RequiredCredentials(ApiKey: true, Bearer: false, All: true), key, token, verdict);
        await ExpectAsync(new RequiredCredentials(ApiKey: true, Bearer: false, All: false), key, token, verdict);
    }

    [Theory]
    [InlineData("bad", "good", "alice")]
    [InlineData("good", "none", "credential_missing")]
    public async Task Where_tokens_alone_are_asked_for_keys_do_not_matter(string key, string token, string verdict)
    {
        await ExpectAsync(new RequiredCredentials(ApiKey: false, Bearer: true, All: true), key, token, verdict);
        await ExpectAsync(new RequiredCredentials(ApiKey: false, Bearer: true, All: false), key, token, verdict);
    }

    [Fact]
    public async Task A_token_that_fails_costs_no_read_of_the_table()
    {
        var trial = new CallerTrial(Both);
        trial.Put();

        Assert.Equal("token_expired", await trial.VerdictAsync(Presented(trial, "good", "bad")));
        Assert.Equal(0, trial.Records.Asked);
    }

    [Fact]
    public async Task With_both_the_token_says_who_and_whose_and_the_key_who_pays()
    {
        var trial = new CallerTrial(Both);
        trial.Put(record => record with
        {
            Scopes = ["everything"],
            Context = [new("plan", "gold"), new("tenant", "another")],
            Expires = The.Moment.AddMinutes(1),
        });

        VerificationResult result = await trial.VerifyAsync(Presented(trial, "good", "good"));

        Assert.Equal("alice", result.Principal?.Id);
        Assert.Equal(["orders:read"], result.Principal?.Scopes);
        Assert.Equal("standard-shop-0123456789", result.Principal?.UsageIdentifierKey);
        Assert.Equal([new("plan", "gold")], result.Principal?.Context);
        Assert.Equal(The.Moment.AddMinutes(1), result.Principal?.Expires);
        Assert.Equal(new Evidence(The.Issuer, The.P256.Id, ApiKeyId: trial.Key.Id), result.Evidence);
    }

    [Fact]
    public async Task One_header_takes_either_by_its_scheme()
    {
        var trial = new CallerTrial(Either, "header.Authorization");
        trial.Put();

        Assert.Equal("shop", await trial.VerdictAsync(("header.Authorization", $"ApiKey {trial.Key.Reveal()}")));
        Assert.Equal("alice", await trial.VerdictAsync(("header.Authorization", $"Bearer {Token}")));
        Assert.Equal("credential_malformed", await trial.VerdictAsync(("header.Authorization", trial.Key.Reveal())));
    }

    [Theory]
    [InlineData(0, "10.1.2.3", "shop")]
    [InlineData(0, "11.1.2.3", "key_address")]
    [InlineData(300, "10.1.2.3", "key_address")]
    public async Task Addresses_count_unless_a_kept_answer_would_reach_others(int resultTtl, string address, string verdict)
    {
        bool isTold = resultTtl > 0;
        var trial = new CallerTrial(RequiredCredentials.ApiKeyAlone, resultTtl: TimeSpan.FromSeconds(resultTtl));
        trial.Put(record => record with { Cidrs = ["10.0.0.0/8"] });

        Assert.Equal(verdict, await trial.VerdictAsync(
            ("header.x-api-key", trial.Key.Reveal()), ("context.identity.sourceIp", address)));
        Assert.Equal(isTold, trial.Warnings is [var line] && line.Contains(trial.Key.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void A_verifier_of_keys_must_be_there_where_keys_are_taken() =>
        Assert.Throws<ArgumentNullException>(() =>
        {
            AuthorizerConfiguration configuration = new CallerTrial(Both).Configuration;
            return new CallerVerifier(configuration, TokenVerifier.Create(configuration, TimeProvider.System, Assert.Fail));
        });

    private static async Task ExpectAsync(RequiredCredentials credentials, string key, string token, string verdict)
    {
        var trial = new CallerTrial(credentials);
        if (key == "good")
        {
            trial.Put();
        }

        Assert.Equal(verdict, await trial.VerdictAsync(Presented(trial, key, token)));
    }

    private static (string, string)[] Presented(CallerTrial trial, string key, string token)
    {
        string text = trial.Key.Reveal();
        List<(string, string)> values = [];
        if (key != "none")
        {
            values.Add(("header.x-api-key", key == "bad" ? text[..^1] + (text[^1] == 'x' ? 'y' : 'x') : text));
        }

        if (token != "none")
        {
            values.Add(("header.Authorization", $"Bearer {(token == "good" ? Token : BadToken)}"));
        }

        return [.. values];
    }
}
