using System.Security.Cryptography;
using System.Text;
using Authorizers.Core.Credentials;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>What strangers cost, by the count of the table itself.</summary>
public sealed class JunkKeyTests(PublishedBinaries binaries, NodePackages packages)
{
    private const int Calls = 10_000;
    private const int Ids = 200;

    [Fact]
    public async Task Ten_thousand_random_keys_cost_no_read()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries);
        await function.AskAsync(KeyCall.Event(null));
        await table.Emulator.AskedAsync();
        string[] junk = [.. Enumerable.Range(0, Calls).Select(_ => Random())];
        int lucky = junk.Count(text => ApiKey.TryRead(Encoding.ASCII.GetBytes(text), "gla", out ApiKey? _, out _));

        foreach (string text in junk)
        {
            Assert.Equal("Unauthorized", await function.AskAsync(KeyCall.Event(text)));
        }

        Assert.Equal(lucky, await table.Emulator.AskedAsync());
        Assert.InRange((await function.StopAsync()).Codes.Count(code => code == "key_checksum"), Calls - lucky, Calls);
    }

    [Fact]
    public async Task Ten_thousand_calls_with_unknown_keys_cost_one_read_for_each_id_and_time()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries, table.Configuration(("cacheUnknownFor", 30)));
        string[] unknown = [.. Enumerable.Range(0, Ids).Select(_ => ApiKey.Create("gla").Reveal())];
        await function.AskAsync(KeyCall.Event(null));
        await table.Emulator.AskedAsync();
        long started = TimeProvider.System.GetTimestamp();

        for (int call = 0; call < Calls; call++)
        {
            Assert.Equal("Unauthorized", await function.AskAsync(KeyCall.Event(unknown[call % Ids])));
        }

        int times = 1 + (int)(TimeProvider.System.GetElapsedTime(started) / TimeSpan.FromSeconds(30));
        Assert.InRange(await table.Emulator.AskedAsync(), Ids, Ids * times);
    }

    /// <summary>In the shape of a key.</summary>
    private static string Random() =>
        $"gla_{RandomNumberGenerator.GetString(Letters, 12)}_{RandomNumberGenerator.GetString(Letters, 36)}";

    private static string Letters => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
}
