using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Authorizers.Cli.RuntimeApi;
using Authorizers.Core.Credentials;

namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>The table goes away while calls come in, and comes back.</summary>
public sealed class TableOutageTests(PublishedBinaries binaries, NodePackages packages)
{
    private const int Callers = 8;

    [Fact]
    public async Task While_the_table_is_gone_unseen_keys_are_outages_and_it_recovers_alone()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        await using RunningFunction function = await table.StartAsync(binaries, table.Configuration(("cacheFor", 0)));
        ApiKey seen = await table.AddAsync();
        Assert.Equal(Allowed, await function.AskAsync(KeyCall.Event(seen.Reveal())));
        using var stop = new CancellationTokenSource();
        Task<HashSet<string>>[] load = [.. Enumerable.Range(0, Callers).Select(_ => CallAsync(function, seen, stop.Token))];

        await table.Emulator.CloseAsync();
        HashSet<string> during = [];
        for (int call = 0; call < 20; call++)
        {
            during.Add(await function.AskAsync(KeyCall.Event(ApiKey.Create("gla").Reveal())));
        }

        await table.Emulator.OpenAsync();
        string after = await Patience.FirstUnlikeAsync("Outage", () => function.AskAsync(KeyCall.Event(seen.Reveal())));
        await stop.CancelAsync();

        Assert.Equal(["Outage"], during);
        Assert.Equal(Allowed, after);
        Assert.All(await Task.WhenAll(load), verdicts => Assert.Subset(new HashSet<string>([Allowed, "Outage"]), verdicts));
        WrittenText written = await function.StopAsync();
        Assert.Contains("table_unreachable", written.Codes);
        Assert.All(written.Codes, code => Assert.True(code is null or "table_unreachable" or "deadline_exceeded", code));
    }

    [Fact]
    public async Task A_table_that_dawdles_is_an_outage_within_the_functions_patience()
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        ApiKey key = await table.AddAsync();
        await using RunningFunction function = await table.StartAsync(binaries);
        await function.AskAsync(KeyCall.Event(null));
        await table.Emulator.DawdleAsync();

        Assert.Equal("Outage", await function.AskAsync(KeyCall.Event(key.Reveal())));

        await table.Emulator.HurryAsync();
        Assert.Equal(Allowed, await function.AskAsync(KeyCall.Event(key.Reveal())));
    }

    /// <summary>As in a network without a way to DynamoDB: the system takes the connection, and nobody answers.</summary>
    [Fact]
    public async Task A_table_that_never_answers_is_an_outage_for_keys_alone()
    {
        using var silence = new TcpListener(IPAddress.Loopback, 0);
        silence.Start();
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        JsonObject configuration = table.Configuration(("endpoint", $"http://{silence.LocalEndpoint}"));
        configuration["routes"]!.AsArray().Add(new JsonObject { ["route"] = "PUT /orders/{id}", ["anyone"] = true });
        await using RunningFunction function = await table.StartAsync(binaries, configuration);

        Assert.Equal("anonymous allowed", await function.AskAsync(KeyCall.Event(null, "PUT"), "PUT"));
        for (int call = 0; call < 3; call++)
        {
            Assert.Equal("Outage", await function.AskAsync(KeyCall.Event(ApiKey.Create("gla").Reveal())));
        }

        Assert.Equal([null, "table_unreachable", "table_unreachable", "table_unreachable"], (await function.StopAsync()).Codes);
    }

    [Theory]
    [InlineData("AnswerCut")]
    [InlineData("AnswerLost")]
    [InlineData("Refused")]
    public async Task Nothing_of_an_answer_that_cannot_be_read_is_told(string interference)
    {
        await using FunctionsTable table = await FunctionsTable.CreateAsync(packages);
        ApiKey key = await table.AddAsync(record => record with { Context = [new("note", "planted")] });
        await using Interloper interloper = await Interloper.StartAsync(
            table.Emulator.Address, (_, _) => Task.FromResult(Enum.Parse<Interference>(interference)));
        await using RunningFunction function = await table.StartAsync(
            binaries, table.Configuration(("endpoint", interloper.Address)));

        InvocationAnswer answer = await function.InvokeAsync(KeyCall.Event(key.Reveal()));

        WrittenText written = await function.StopAsync();
        Assert.Equal(["table_unreachable"], written.Codes);
        Assert.Matches(@"The table api-keys \(http://127\.0\.0\.1:\d+/?\) ", written.Errors);
        Assert.DoesNotContain("planted", $"{written}{answer.Text()}", StringComparison.Ordinal);
        Assert.DoesNotContain("digest", $"{written}{answer.Text()}", StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(written.Errors);
    }

    private static string Allowed => $"shop allowed {FunctionsTable.UsageKey}";

    private static async Task<HashSet<string>> CallAsync(RunningFunction function, ApiKey key, CancellationToken stop)
    {
        HashSet<string> verdicts = [];
        while (!stop.IsCancellationRequested)
        {
            verdicts.Add(await function.AskAsync(KeyCall.Event(key.Reveal())));
        }

        return verdicts;
    }
}
