using System.Diagnostics;
using Authorizers.Cli.RuntimeApi;

namespace Authorizers.Cli.Invoke;

/// <summary>Runs a published function as Lambda would: a process that takes the event from a Runtime API, served here.</summary>
internal sealed class BootstrapInvocation(Terminal terminal, FileInfo bootstrap, FileInfo configuration)
{
    /// <summary>A function that fails INIT says so and ends; its end may be seen before what it said.</summary>
    private static readonly TimeSpan LastWordsLimit = TimeSpan.FromSeconds(1);

    public async Task<int> RunAsync(FunctionKind kind, byte[] json, CancellationToken cancel)
    {
        await using RuntimeApiServer server = await RuntimeApiServer.StartAsync();
        using Process? process = Start(kind, server.Address);
        if (process is null)
        {
            terminal.Say($"{bootstrap.FullName} cannot be started. Is it an executable for this machine?");
            return ExitCode.BadUsage;
        }

        Stream talk = Stream.Synchronized(terminal.Talk);
        Task talking = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(talk, cancel),
            process.StandardError.BaseStream.CopyToAsync(talk, cancel));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LocalInvocation.TimeLimit);
        var invocation = new RuntimeApiInvocation(
            LocalInvocation.RequestId,
            json,
            LocalInvocation.FunctionArn(kind),
            LocalInvocation.TraceId,
            LocalInvocation.TimeLimit);
        InvocationAnswer? answer = await AnswerOrExitAsync(server.InvokeAsync(invocation, limit.Token), process, limit.Token);
        bool ended = process.HasExited;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        await talking;
        return answer is null ? SayNoAnswer(ended ? process.ExitCode : null) : Print(answer);
    }

    private Process? Start(FunctionKind kind, string runtimeApi)
    {
        var start = new ProcessStartInfo(bootstrap.FullName) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in LocalInvocation.Variables(kind))
        {
            start.Environment[name] = value;
        }

        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        start.Environment["LAMBDA_TASK_ROOT"] = bootstrap.DirectoryName;
        start.Environment["AUTHORIZER_CONFIG"] = configuration.FullName;
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Null when the process ended, or was too slow, without an answer.</summary>
    private static async Task<InvocationAnswer?> AnswerOrExitAsync(
        Task<InvocationAnswer> answer, Process process, CancellationToken limit)
    {
        try
        {
            if (await Task.WhenAny(answer, process.WaitForExitAsync(limit)) != answer)
            {
                await Task.WhenAny(answer, Task.Delay(LastWordsLimit, TimeProvider.System, limit));
            }

            return answer.IsCompleted ? await answer : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private int SayNoAnswer(int? exitCode)
    {
        terminal.Say(exitCode is null
            ? $"{bootstrap.FullName} was stopped: it gave no answer within {LocalInvocation.TimeLimit.TotalSeconds} seconds."
            : $"{bootstrap.FullName} ended with exit code {exitCode} and without an answer.");
        return ExitCode.Failed;
    }

    private int Print(InvocationAnswer answer)
    {
        switch (answer.Error)
        {
            case null:
                terminal.WriteData(answer.Response.Span);
                return ExitCode.Done;
            case { Type: "ConfigurationInvalid" }:
                return ExitCode.BadUsage;
            case { } error:
                terminal.WriteError(error.Type, error.Message);
                return ExitCode.Failed;
        }
    }
}
