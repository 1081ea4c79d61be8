namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>The whole life of two keys, by the published binary and every verb, and all that was written on the way.</summary>
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
