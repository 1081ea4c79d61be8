using Authorizers.Cli.RuntimeApi;

namespace Authorizers.EndToEnd.Tests;

/// <summary>The binary for a long time, with many loops, and when it is told to end.</summary>
public sealed class UnderFireTests(PublishedBinaries binaries)
{
    private const int Settled = 20_000;
    private const int Many = 100_000;
    private const int Loops = 16;

    [Fact]
    public async Task Memory_stays_flat_through_100_000_invocations_of_which_every_other_fails()
    {
        await using RunningFunction function = await StartAsync();
        string[] calls = [The.Event("allowed"), The.Event("expired")];
        await InvokeAsync(function, calls, Settled);
        double settled = function.OwnMegabytes;

        await InvokeAsync(function, calls, Many - Settled);

        Assert.InRange(function.OwnMegabytes - settled, -1, 1);
        Assert.InRange(function.OwnMegabytes, 1, 6);
        Assert.InRange(function.PeakMegabytes, 1, 20);
    }

    [Fact]
    public async Task Sixteen_loops_never_give_one_caller_the_answer_for_another()
    {
        using var key = new DevelopmentKey();
        string[] calls = [.. Enumerable.Range(0, 64).Select(caller => The.CallWith(key.TokenFor($"caller-{caller}")))];
        await using RunningFunction function = await StartAsync(("AWS_LAMBDA_MAX_CONCURRENCY", $"{Loops}"));

        string[] verdicts = await Task.WhenAll(Enumerable.Range(0, 6400).Select(async number =>
            Verdict.Of(await function.InvokeAsync(calls[number % calls.Length]))));

        Assert.Equal(Enumerable.Range(0, 6400).Select(number => $"caller-{number % calls.Length} allowed"), verdicts);
        Assert.InRange(function.Threads, Loops, Loops + 8);
    }

    [Fact]
    public async Task A_signal_to_end_ends_an_idle_process_with_success_and_without_a_word()
    {
        await using RunningFunction function = await StartAsync();
        await function.InvokeAsync(The.Event("allowed"));

        await function.TerminateAsync();

        Assert.Equal(0, await function.ExitCodeAsync());
        Assert.Equal("", (await function.StopAsync()).Errors);
    }

    [Fact]
    public async Task A_signal_to_end_ends_all_loops()
    {
        await using RunningFunction function = await StartAsync(("AWS_LAMBDA_MAX_CONCURRENCY", $"{Loops}"));
        await function.InvokeAsync(The.Event("allowed"));

        await function.TerminateAsync();

        Assert.Equal(0, await function.ExitCodeAsync());
    }

    [Fact]
    public async Task Above_INFO_decisions_are_not_recorded_and_faults_are()
    {
        await using RunningFunction function = await StartAsync(("AWS_LAMBDA_LOG_LEVEL", "WARN"));
        foreach (string name in new[] { "allowed", "expired", "request-event" })
        {
            await function.InvokeAsync(The.Event(name));
        }

        Assert.Equal(["event_invalid"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task As_JSON_the_problems_of_a_configuration_are_one_line_with_a_level()
    {
        using var file = new TemporaryFile("{}");
        await using RunningFunction function = await StartAsync(("AUTHORIZER_CONFIG", file.Path), ("AWS_LAMBDA_LOG_FORMAT", "JSON"));
        InvocationAnswer answer = await function.InvokeAsync(The.Event("allowed"));
        Assert.Equal("ConfigurationInvalid", answer.Error!.Type);

        Assert.Matches(
            """\A\{"timestamp":"[^"]+Z","level":"ERROR","message":"\$\.issuers: is missing\\n[^\n]+"\}\n\z""",
            (await function.StopAsync()).Errors);
    }

    private static async Task InvokeAsync(RunningFunction function, string[] calls, int count)
    {
        for (int number = 0; number < count; number++)
        {
            InvocationAnswer answer = await function.InvokeAsync(calls[number % calls.Length]);
            Assert.Equal(number % calls.Length == 0, answer.Error is null);
        }
    }

    private async Task<RunningFunction> StartAsync(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string> { ["AUTHORIZER_CONFIG"] = The.Configuration };
        foreach ((string name, string value) in variables)
        {
            all[name] = value;
        }

        return await RunningFunction.StartAsync(await binaries.TokenAsync(), all);
    }
}
