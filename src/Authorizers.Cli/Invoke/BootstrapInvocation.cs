using System.Diagnostics;
using Authorizers.Cli.RuntimeApi;

namespace Authorizers.Cli.Invoke;

/// <summary>Runs a published function as Lambda would: a process that fetches the event from the Runtime API, which is served here.</summary>
internal sealed class BootstrapInvocation(Terminal terminal, FileInfo bootstrap, FileInfo configuration)
{
    public async Task<int> RunAsync(FunctionKind kind, byte[] json, CancellationToken cancel)
    {
        await using RuntimeApiServer server = await RuntimeApiServer.StartAsync();
        using Process? process = Start(kind, server.Address);
        if (process is null)
        {
            terminal.Say($"{bootstrap.FullName} cannot be started. Is it an executable for this machine?");
            return ExitCode.BadUsage;
        }

        Task talk = Task.WhenAll(
            process.StandardOutput.BaseStream.CopyToAsync(terminal.Talk, cancel),
            process.StandardError.BaseStream.CopyToAsync(terminal.Talk, cancel));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LocalInvocation.TimeLimit);
        InvocationAnswer? answer = await AnswerOrExitAsync(
            server.InvokeAsync(
                new RuntimeApiInvocation(LocalInvocation.RequestId, json, LocalInvocation.FunctionArn(kind), LocalInvocation.TraceId, LocalInvocation.TimeLimit),
                limit.Token),
            process,
            limit.Token);
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        await talk;
        return Print(answer);
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
            Task first = await Task.WhenAny(answer, process.WaitForExitAsync(limit));
            return first == answer || answer.IsCompleted ? await answer : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private int Print(InvocationAnswer? answer)
    {
        switch (answer)
        {
            case { Error: null }:
                terminal.WriteData(answer.Response.Span);
                return ExitCode.Done;
            case { Error.Type: "ConfigurationInvalid" }:
                return ExitCode.BadUsage;
            case { Error: { } error }:
                terminal.WriteError(error.Type, error.Message);
                return ExitCode.Failed;
            default:
                terminal.Say($"{bootstrap.FullName} gave no answer within {LocalInvocation.TimeLimit.TotalSeconds} seconds, or ended without one.");
                return ExitCode.Failed;
        }
    }
}
