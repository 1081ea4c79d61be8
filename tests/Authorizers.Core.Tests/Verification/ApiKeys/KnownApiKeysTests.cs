using Authorizers.Core.Configuration;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Tests.Verification.ApiKeys;

public sealed class KnownApiKeysTests
{
    private readonly ApiKeyTrial _trial = new();

    [Fact]
    public async Task A_good_key_is_read_once_in_thirty_seconds()
    {
        _trial.Records.Put(_trial.Record);
        for (int second = 0; second < 30; second++)
        {
            Assert.Equal("shop", await _trial.VerdictAsync());
            _trial.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, _trial.Records.Asked);
        Assert.Equal("shop", await _trial.VerdictAsync());
        Assert.Equal(2, _trial.Records.Asked);
    }

    [Fact]
    public async Task A_revoked_key_goes_on_for_as_long_as_it_is_remembered_and_no_longer()
    {
        _trial.Records.Put(_trial.Record);
        Assert.Equal("shop", await _trial.VerdictAsync());
        _trial.Records.Put(_trial.Record with { IsActive = false });
        _trial.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal("shop", await _trial.VerdictAsync());
        _trial.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("key_disabled", await _trial.VerdictAsync());
    }

    [Fact]
    public async Task An_unknown_id_is_looked_up_once_in_five_seconds()
    {
        for (int call = 0; call < 20; call++)
        {
            Assert.Equal("key_not_found", await _trial.VerdictAsync());
            _trial.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4, _trial.Records.Asked);
    }

    [Fact]
    public async Task A_new_key_is_good_five_seconds_after_it_was_unknown_at_the_latest()
    {
        Assert.Equal("key_not_found", await _trial.VerdictAsync());
        _trial.Records.Put(_trial.Record);
        _trial.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("shop", await _trial.VerdictAsync());
    }

    [Fact]
    public async Task A_known_id_with_wrong_secrets_is_read_as_often_as_an_unknown_one()
    {
        _trial.Records.Put(_trial.Record);
        for (int call = 0; call < 20; call++)
        {
            Assert.Equal("key_secret_mismatch", await _trial.VerdictAsync(ApiKeyTrial.Impostor(_trial.Key)));
            _trial.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(4, _trial.Records.Asked);
    }

    [Fact]
    public async Task Wrong_secrets_do_not_keep_the_client_out()
    {
        _trial.Records.Put(_trial.Record);
        Assert.Equal("key_secret_mismatch", await _trial.VerdictAsync(ApiKeyTrial.Impostor(_trial.Key)));

        Assert.Equal("shop", await _trial.VerdictAsync());
        Assert.Equal(1, _trial.Records.Asked);
    }

    [Theory]
    [InlineData(0, 0, "key_disabled")]
    [InlineData(3, 2, "shop")]
    [InlineData(3, 3, "key_disabled")]
    public async Task Wrong_secrets_give_a_revoked_key_no_more_time(int cacheFor, int later, string verdict)
    {
        var trial = new ApiKeyTrial(new ApiKeyConfiguration
        {
            CacheFor = TimeSpan.FromSeconds(cacheFor),
            CacheUnknownFor = TimeSpan.FromSeconds(30),
        });
        trial.Records.Put(trial.Record);
        Assert.Equal("key_secret_mismatch", await trial.VerdictAsync(ApiKeyTrial.Impostor(trial.Key)));
        trial.Records.Put(trial.Record with { IsActive = false });
        trial.Clock.Advance(TimeSpan.FromSeconds(later));

        Assert.Equal(verdict, await trial.VerdictAsync());
    }

    [Fact]
    public async Task What_the_client_is_known_by_tells_a_stranger_nothing()
    {
        _trial.Records.Put(_trial.Record);
        Assert.Equal("shop", await _trial.VerdictAsync());

        Assert.Equal("key_secret_mismatch", await _trial.VerdictAsync(ApiKeyTrial.Impostor(_trial.Key)));
        Assert.Equal(2, _trial.Records.Asked);
    }

    [Fact]
    public async Task Nothing_is_remembered_where_that_is_switched_off()
    {
        var trial = new ApiKeyTrial(new ApiKeyConfiguration { CacheFor = TimeSpan.Zero, CacheUnknownFor = TimeSpan.Zero });
        trial.Records.Put(trial.Record);
        for (int call = 0; call < 3; call++)
        {
            Assert.Equal("shop", await trial.VerdictAsync());
            Assert.Equal("key_not_found", await trial.VerdictAsync(ApiKey.Create("gla")));
        }

        Assert.Equal(6, trial.Records.Asked);
    }

    [Fact]
    public async Task All_who_wait_for_one_key_share_one_question()
    {
        var gate = new TaskCompletionSource();
        _trial.Records.Gate = gate.Task;
        _trial.Records.Put(_trial.Record);
        Task<string>[] waiting = [.. Enumerable.Range(0, 100).Select(_ => _trial.VerdictAsync())];
        Task<string> stranger = _trial.VerdictAsync(ApiKeyTrial.Impostor(_trial.Key));

        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), verdict => Assert.Equal("shop", verdict));
        Assert.Equal("key_secret_mismatch", await stranger);
        Assert.Equal(1, _trial.Records.Asked);
    }

    [Fact]
    public async Task An_outage_is_an_outage_for_who_is_not_remembered_and_ends_with_its_cause()
    {
        _trial.Records.Put(_trial.Record);
        Assert.Equal("shop", await _trial.VerdictAsync());
        ApiKey unseen = ApiKey.Create("gla");
        _trial.Records.Put(_trial.RecordOf(unseen));
        _trial.Records.Failure = OutageException.TableUnreachable("The table is gone.");

        Assert.Equal("shop", await _trial.VerdictAsync());
        Assert.Equal("table_unreachable", await _trial.VerdictAsync(unseen));
        Assert.Equal("table_unreachable", await _trial.VerdictAsync(ApiKey.Create("gla")));

        _trial.Records.Failure = null;
        Assert.Equal("shop", await _trial.VerdictAsync(unseen));
    }

    [Fact]
    public async Task A_table_that_is_slow_is_an_outage_after_two_seconds()
    {
        _trial.Records.Gate = new TaskCompletionSource().Task;
        Task<string> waiting = _trial.VerdictAsync();
        _trial.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("table_unreachable", await waiting);
    }

    [Fact]
    public async Task Nobody_waits_beyond_the_invocations_deadline()
    {
        _trial.Records.Gate = new TaskCompletionSource().Task;
        Task<string> waiting = _trial.VerdictAsync(seconds: 1);
        _trial.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("deadline_exceeded", await waiting);
    }

    [Fact]
    public async Task A_clock_set_back_does_not_keep_a_key_alive()
    {
        _trial.Records.Put(_trial.Record);
        Assert.Equal("shop", await _trial.VerdictAsync());
        _trial.Records.Put(_trial.Record with { IsActive = false });
        _trial.Clock.Freeze(TimeSpan.FromDays(-1));

        Assert.Equal("key_disabled", await _trial.VerdictAsync());
    }

    [Fact]
    public async Task Ten_thousand_unknown_keys_cost_one_question_each_and_drive_out_no_known_one()
    {
        _trial.Records.Put(_trial.Record);
        Assert.Equal("shop", await _trial.VerdictAsync());
        for (int i = 0; i < 10_000; i++)
        {
            Assert.Equal("key_not_found", await _trial.VerdictAsync(ApiKey.Create("gla")));
        }

        Assert.Equal(10_001, _trial.Records.Asked);
        Assert.Equal("shop", await _trial.VerdictAsync());
        Assert.Equal(10_001, _trial.Records.Asked);
    }
}
