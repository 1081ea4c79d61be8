using System.CommandLine;

namespace Authorizers.Cli.Invoke;

/// <summary><c>invoke FUNCTION EVENT</c>: one function on one event, in process or as a published binary.</summary>
internal static class InvokeCommand
{
    public static Command Create(Terminal terminal)
    {
        var call = new CallArguments();
        Option<FileInfo> bootstrap = FileOption.Create(
            "--bootstrap",
            "EXE",
            "A published function to invoke through the Lambda Runtime API, instead of running it in process.");
        var command = new Command(
            "invoke",
            "Runs one function on one event and prints its response or, when it fails, its error. A 401 is said by failing.")
        { bootstrap };
        call.AddTo(command);
        command.SetAction((parsed, cancel) => call.Read(parsed, terminal) is { } read
            ? RunAsync(terminal, read, parsed.GetValue(bootstrap), cancel)
            : Task.FromResult(ExitCode.BadUsage));
        return command;
    }

    private static Task<int> RunAsync(Terminal terminal, Call call, FileInfo? bootstrap, CancellationToken cancel) =>
        bootstrap is null
            ? new InProcessInvocation(terminal, call.Configuration).RunAsync(call.Kind, call.Event)
            : new BootstrapInvocation(terminal, bootstrap, call.Configuration).RunAsync(call.Kind, call.Event, cancel);
}
