using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;
using Authorizers.Core.Verification;
using Authorizers.Core.Verification.ApiKeys;

namespace Authorizers.Core.Tests.Verification.ApiKeys;

public sealed class ApiKeyVerifierTests
{
    private static readonly Dictionary<string, string> Peppers = new(StringComparer.Ordinal)
    {
        ["1"] = "an old pepper of thirty-two letters",
        ["2"] = "the new pepper of thirty-two letters",
    };

    private readonly ApiKeyTrial _trial = new();

    [Fact]
    public async Task A_key_stands_for_its_principal_and_what_is_on_record()
    {
        _trial.Records.Put(_trial.Record with
        {
            Scopes = ["orders:read"],
            Groups = ["partners"],
            UsageIdentifierKey = "standard-shop-0123456789",
            Routes = ["GET /orders"],
            Expires = The.Moment.AddDays(1),
            Context = [new("tenant", "acme")],
        });

        var gate = new TaskCompletionSource();
        _trial.Records.Gate = gate.Task;
        Task<VerificationResult> verifying = _trial.VerifyAsync();
        gate.SetResult();
        VerificationResult result = await verifying;

        Assert.True(result.Succeeded);
        Assert.Equal("shop", result.Principal.Id);
        Assert.Equal(["orders:read"], result.Principal.Scopes);
        Assert.Equal(["partners"], result.Principal.Groups);
        Assert.Equal(["GET /orders"], result.Principal.Routes);
        Assert.Equal("standard-shop-0123456789", result.Principal.UsageIdentifierKey);
        Assert.Equal(The.Moment.AddDays(1), result.Principal.Expires);
        Assert.Equal([new("tenant", "acme")], result.Principal.Context);
        Assert.Equal(new Evidence(null, null, KeysFetched: true, _trial.Key.Id), result.Evidence);
    }

    [Fact]
    public async Task An_id_without_a_record_is_not_found()
    {
        VerificationResult result = await _trial.VerifyAsync();

        Assert.Equal("key_not_found", result.Rejection.Code);
        Assert.Null(result.Evidence.ApiKeyId);
    }

    [Fact]
    public async Task A_secret_that_is_not_the_records_is_refused()
    {
        _trial.Records.Put(_trial.Record);

        Assert.Equal("key_secret_mismatch", await _trial.VerdictAsync(ApiKeyTrial.Impostor(_trial.Key)));
        Assert.Equal("shop", await _trial.VerdictAsync());
    }

    [Fact]
    public async Task A_revoked_key_is_disabled_whatever_its_dates()
    {
        _trial.Records.Put(_trial.Record with { IsActive = false, Expires = The.Moment.AddDays(-1) });

        Assert.Equal("key_disabled", await _trial.VerdictAsync());
    }

    [Theory]
    [InlineData(-1, "shop")]
    [InlineData(0, "key_expired")]
    [InlineData(1, "key_expired")]
    public async Task A_key_is_refused_from_the_second_at_which_it_expires(double seconds, string verdict)
    {
        _trial.Records.Put(_trial.Record with { Expires = The.Moment });
        _trial.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(verdict, await _trial.VerdictAsync());
    }

    [Theory]
    [InlineData(-1, "key_not_yet_valid")]
    [InlineData(0, "shop")]
    public async Task A_key_is_good_from_the_second_that_is_on_record(double seconds, string verdict)
    {
        _trial.Records.Put(_trial.Record with { NotBefore = The.Moment });
        _trial.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(verdict, await _trial.VerdictAsync());
    }

    [Fact]
    public async Task A_remembered_key_expires_all_the_same()
    {
        _trial.Records.Put(_trial.Record with { Expires = The.Moment.AddSeconds(10) });
        Assert.Equal("shop", await _trial.VerdictAsync());
        _trial.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("key_expired", await _trial.VerdictAsync());
        Assert.Equal(1, _trial.Records.Asked);
    }

    [Theory]
    [InlineData("10.1.2.3", "shop")]
    [InlineData("::ffff:10.1.2.3", "shop")]
    [InlineData("2001:db8::7", "shop")]
    [InlineData("11.1.2.3", "key_address")]
    [InlineData("2001:db9::7", "key_address")]
    [InlineData("10.1.2.03", "key_address")]
    [InlineData("", "key_address")]
    [InlineData(null, "key_address")]
    public async Task A_key_limited_to_addresses_is_good_from_these_alone(string? address, string verdict)
    {
        _trial.Records.Put(_trial.Record with { Cidrs = ["10.0.0.0/8", "2001:db8::/32"] });

        Assert.Equal(verdict, await _trial.VerdictAsync(address: address));
    }

    [Fact]
    public async Task A_digest_is_good_with_the_pepper_of_its_own_version()
    {
        var digests = new ApiKeyDigests(Peppers, "2", takesPlain: false);
        var trial = new ApiKeyTrial(new ApiKeyConfiguration { Digests = digests });
        ApiKey old = ApiKey.Create("gla");
        trial.Records.Put(trial.Record);
        trial.Records.Put(trial.RecordOf(old) with { Pepper = "1", Digest = digests.Of(old, "1") });

        Assert.Equal("shop", await trial.VerdictAsync());
        Assert.Equal("shop", await trial.VerdictAsync(old));
    }

    [Theory]
    [InlineData("3", false)]
    [InlineData(null, false)]
    public async Task A_digest_whose_pepper_is_not_at_hand_is_an_outage_and_no_refusal(string? version, bool takesPlain)
    {
        var trial = new ApiKeyTrial(new ApiKeyConfiguration { Digests = new ApiKeyDigests(Peppers, "2", takesPlain) });
        trial.Records.Put(trial.Record with { Pepper = version });

        Assert.Equal("record_invalid", await trial.VerdictAsync());
    }

    [Fact]
    public async Task Plain_digests_are_good_beside_peppers_where_they_are_allowed()
    {
        var trial = new ApiKeyTrial(new ApiKeyConfiguration { Digests = new ApiKeyDigests(Peppers, "2", takesPlain: true) });
        trial.Records.Put(trial.Record with { Pepper = null, Digest = ApiKeyDigests.Plain.Of(trial.Key, null) });

        Assert.Equal("shop", await trial.VerdictAsync());
    }

    [Fact]
    public async Task A_digest_of_another_key_is_no_digest_of_this_one()
    {
        _trial.Records.Put(_trial.Record with { Digest = _trial.RecordOf(ApiKey.Create("gla")).Digest });

        Assert.Equal("key_secret_mismatch", await _trial.VerdictAsync());
    }

    [Fact]
    public async Task A_digest_is_good_for_no_other_id()
    {
        ApiKey other = ApiKey.Create("gla");
        string body = $"gla_{other.Id}_{_trial.Key.Reveal()[17..47]}";
        byte[] text = [.. Some.Utf8(body), .. new byte[ApiKeyChecksum.Length]];
        ApiKeyChecksum.Write(text.AsSpan(0, body.Length), text.AsSpan(body.Length));
        Assert.True(ApiKey.TryRead(text, "gla", out ApiKey? sameSecret, out _));
        _trial.Records.Put(_trial.Record with { Id = other.Id });

        Assert.Equal("key_secret_mismatch", await _trial.VerdictAsync(sameSecret));
    }

    [Fact]
    public async Task More_context_than_fits_is_refused()
    {
        _trial.Records.Put(_trial.Record with { Context = [new("note", new string('x', 300))] });

        Assert.Equal("context_too_large", await _trial.VerdictAsync());
    }
}
