namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>All that the published binary and the verbs write while keys live.</summary>
[Collection(nameof(KeysCollection))]
public sealed class SecrecyTests(KeysFixture fixture, PublishedBinaries binaries)
{
    [Fact]
    public async Task A_secret_is_written_nowhere_but_where_the_key_was_shown()
    {
        OperatorsTable table = await fixture.TableAsync(new SetClock());
        using var configuration = new TemporaryFile(
            FunctionsTable.Configuration(table.Name, fixture.Emulator.Address).ToJsonString());
        var variables = new Dictionary<string, string>(DynamoDbEmulator.Variables) { ["AUTHORIZER_CONFIG"] = configuration.Path };
        await using RunningFunction function =
            await RunningFunction.StartAsync(await binaries.FunctionAsync("api-key"), variables);
        List<string> written = [];
        string first = await table.CreateAsync("--scopes", "orders:read");
        KeysRun rotated = (await table.RunAsync("rotate", OperatorsTable.IdOf(first), "--overlap", "7d", "--json")).Succeeded();
        string second = OperatorsTable.Text(Assert.Single(rotated.Lines), "key");
        written.Add(rotated.Data.Replace(second, "", StringComparison.Ordinal) + rotated.Talk);

        foreach (string call in Calls(first, second))
        {
            written.Add((await function.InvokeAsync(call)).Text());
        }

        foreach (string[] verb in Verbs(first, second))
        {
            KeysRun run = await table.RunAsync(verb);
            written.Add(run.Data + run.Talk);
        }

        written.Add(await table.AllTextAsync());
        written.Add((await function.StopAsync()).ToString());
        foreach (string secret in new[] { first, second }.Select(key => key.Split('_')[2]))
        {
            Assert.All(written, text => Assert.DoesNotContain(secret[..30], text, StringComparison.Ordinal));
            Assert.All(written, text => Assert.DoesNotContain(secret[..12], text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_secret_of_a_key_is_nowhere_but_where_it_was_printed()
    {
        OperatorsTable table = await fixture.TableAsync(new SetClock());
        string key = await table.CreateAsync();
        string id = OperatorsTable.IdOf(key);
        using var file = new TemporaryFile("");

        KeysRun[] runs =
        [
            await table.RunAsync("show", id), await table.RunAsync("show", id, "--json"), await table.RunAsync("list"),
            await table.RunAsync("list", "--json"), await table.RunAsync("export", "--out", file.Path),
            await table.RunAsync("export"),
            await table.RunAsync("import", file.Path), await table.RunAsync("import", file.Path, "--replace"),
            await table.RunAsync("rotate", id, "--overlap", "1d"), await table.RunAsync("revoke", id),
        ];

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        string[] texts =
        [
            .. runs.SelectMany(run => (string[])[run.Data, run.Talk]), await table.AllTextAsync(),
            await File.ReadAllTextAsync(file.Path),
        ];
        Assert.All(texts, text => Assert.DoesNotContain(key[^36..^6], text));
    }

    /// <summary>Good, spoilt, wrongly placed, and of the wrong kind.</summary>
    private static string[] Calls(string first, string second) =>
    [
        KeyCall.Event(first),
        KeyCall.Event(second),
        KeyCall.Event(second[..^1] + "_"),
        KeyCall.Event($"{first},{second}"),
        KeyCall.Event($"{first.Split('_')[0]}_{first.Split('_')[1]}_{second.Split('_')[2]}"),
        KeyCall.Event(null, token: first),
        KeyCall.Event(first).Replace("REQUEST", first, StringComparison.Ordinal),
        KeyCall.Event(first)[..^1],
    ];

    private static string[][] Verbs(string first, string second) =>
    [
        ["list"], ["list", "--json"], ["show", OperatorsTable.IdOf(first)], ["show", OperatorsTable.IdOf(second), "--json"],
        ["show", first], ["revoke", second], ["rotate", first, "--overlap", "7d"], ["export"], ["revoke", OperatorsTable.IdOf(first)],
        ["revoke", OperatorsTable.IdOf(first)], ["rotate", OperatorsTable.IdOf(first), "--overlap", "7d"], ["import", first],
        ["create", "--principal", first], ["create", "--principal", "alice", "--usage-identifier-key", second],
    ];
}
