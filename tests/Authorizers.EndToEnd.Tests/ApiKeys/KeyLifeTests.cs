namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>What operators do to a key, as its client comes to know it.</summary>
[Collection(nameof(KeysCollection))]
public sealed class KeyLifeTests(KeysFixture fixture) : IDisposable
{
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(7);

    private readonly SetClock _clock = new();
    private readonly List<TemporaryFile> _files = [];

    public void Dispose() => _files.ForEach(file => file.Dispose());

    [Fact]
    public async Task A_client_that_changes_over_in_time_is_never_refused()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        using FunctionInProcess function = Start(table);
        string old = await table.CreateAsync("--scopes", "orders:read");
        Assert.Equal("alice allowed", await function.AskAsync(old));
        KeysRun rotated = await table.RunAsync("rotate", OperatorsTable.IdOf(old), "--overlap", "7d");
        string next = Assert.Single(rotated.Succeeded().Lines);

        for (int hour = 0; hour < Overlap.TotalHours; hour++)
        {
            Assert.Equal("alice allowed", await function.AskAsync(hour < 100 ? old : next));
            _clock.Now += TimeSpan.FromHours(1);
        }

        Assert.Equal("alice allowed", await function.AskAsync(next));
        Assert.Equal("Unauthorized", await function.AskAsync(old));
        Assert.Contains("\"key_expired\"", function.Written(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_old_key_is_good_to_the_last_second_of_the_overlap()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        using FunctionInProcess function = Start(table);
        string old = await table.CreateAsync("--scopes", "orders:read");
        (await table.RunAsync("rotate", OperatorsTable.IdOf(old), "--overlap", "7d")).Succeeded();

        _clock.Now += Overlap - TimeSpan.FromSeconds(1);
        Assert.Equal("alice allowed", await function.AskAsync(old));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("Unauthorized", await function.AskAsync(old));
    }

    [Fact]
    public async Task A_revocation_takes_effect_when_what_is_remembered_has_passed()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        using FunctionInProcess function = Start(table);
        string key = await table.CreateAsync("--scopes", "orders:read");
        Assert.Equal("alice allowed", await function.AskAsync(key));
        (await table.RunAsync("revoke", OperatorsTable.IdOf(key))).Succeeded();

        _clock.Now += TimeSpan.FromSeconds(29);
        Assert.Equal("alice allowed", await function.AskAsync(key));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("Unauthorized", await function.AskAsync(key));
        Assert.Contains("\"key_disabled\"", function.Written(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_is_good_at_once()
    {
        OperatorsTable table = await fixture.TableAsync(_clock);
        using FunctionInProcess function = Start(table);

        Assert.Equal("alice allowed", await function.AskAsync(await table.CreateAsync("--scopes", "orders:read")));
    }

    private FunctionInProcess Start(OperatorsTable table)
    {
        var file = new TemporaryFile(FunctionsTable.Configuration(table.Name, fixture.Emulator.Address).ToJsonString());
        _files.Add(file);
        return new FunctionInProcess(file.Path, _clock);
    }
}
