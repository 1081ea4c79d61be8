using System.Diagnostics;
using Authorizers.Cli.RuntimeApi;

namespace Authorizers.EndToEnd.Tests;

/// <summary>What a sandbox sees: one process that answers one invocation after the other.</summary>
public sealed class ProcessLifeTests(PublishedBinaries binaries)
{
    private const int ManyInvocations = 500;
    private const int MaxPeakMegabytes = 20;

    [Fact]
    public async Task A_refusal_is_exactly_Unauthorized_and_the_process_lives_on()
    {
        await using RunningFunction function = await StartAsync();
        List<InvocationAnswer> answers = [];
        foreach (string name in new[] { "expired", "allowed", "tampered" })
        {
            answers.Add(await function.InvokeAsync(The.Event(name)));
        }

        Assert.Equal(["Unauthorized", null, "Unauthorized"], answers.Select(answer => answer.Error?.Message));
        Assert.Equal(["Function.Unauthorized", null, "Function.Unauthorized"], answers.Select(answer => answer.ErrorHeader));
    }

    [Fact]
    public async Task Every_invocation_leaves_one_record_whatever_became_of_it()
    {
        await using RunningFunction function = await StartAsync();
        foreach (string name in new[] { "expired", "allowed", "scope-missing", "request-event" })
        {
            await function.InvokeAsync(The.Event(name));
        }

        Assert.Equal(["token_expired", null, "not_granted", "event_invalid"], (await function.StopAsync()).Codes);
    }

    [Fact]
    public async Task Memory_stays_under_20_megabytes_through_500_invocations()
    {
        await using RunningFunction function = await StartAsync();
        string[] calls = [The.Event("allowed"), The.Event("allowed-es256"), The.Event("expired"), The.Event("too-large")];
        for (int i = 0; i < ManyInvocations; i++)
        {
            await function.InvokeAsync(calls[i % calls.Length]);
        }

        Assert.InRange(function.PeakMegabytes, 1, MaxPeakMegabytes);
    }

    [Fact]
    public async Task Nothing_the_process_writes_holds_a_token_or_a_part_of_one()
    {
        await using RunningFunction function = await StartAsync();
        string[] events = [.. EventPairTests.Names.Select(The.Event)];
        foreach (string json in events)
        {
            await function.InvokeAsync(json);
        }

        WrittenText written = await function.StopAsync();
        string[] parts = [.. events.SelectMany(TokenText.PartsOf)];
        Assert.Equal(events.Length, written.Codes.Count);
        Assert.NotEmpty(parts);
        Assert.DoesNotContain(parts, part => written.ToString().Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_process_ends_with_a_sentence_when_the_Runtime_API_is_gone()
    {
        await using RunningFunction function = await StartAsync();
        await function.InvokeAsync(The.Event("allowed"));
        await function.LoseRuntimeApiAsync();
        Assert.NotEqual(0, await function.ExitCodeAsync());
        Assert.Matches(@"\AThe Runtime API .+ The function ends\.\n\z", (await function.StopAsync()).Errors);
    }

    [Fact]
    public async Task The_process_ends_with_a_sentence_where_there_is_no_Runtime_API()
    {
        var start = new ProcessStartInfo((await binaries.TokenAsync()).Bootstrap);
        start.Environment.Clear();
        ProgramRun run = await ProgramRun.ToEndAsync(start, TimeSpan.FromSeconds(30));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("AWS_LAMBDA_RUNTIME_API is not set. The function ends.\n", run.Errors);
    }

    private async Task<RunningFunction> StartAsync() =>
        await RunningFunction.StartAsync(await binaries.TokenAsync(), The.Configuration);
}
