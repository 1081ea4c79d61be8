using System.CommandLine;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Invoke;

/// <summary><c>invoke FUNCTION EVENT</c>: one function on one event, in process or as a published binary.</summary>
internal static class InvokeCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> function = FunctionArgument();
        var eventFile = new Argument<FileInfo>("EVENT") { Description = "The event, a JSON file as API Gateway sends it." };
        eventFile.AcceptExistingOnly();
        Option<FileInfo> config = FileOption.Create(
            "--config",
            "FILE",
            $"The configuration. Without it, the nearest {ConfigurationFile.DefaultName} in the event's folder or above.");
        Option<FileInfo> bootstrap = FileOption.Create(
            "--bootstrap",
            "EXE",
            "A published function to invoke through the Lambda Runtime API, instead of running it in process.");
        var command = new Command(
            "invoke",
            "Runs one function on one event and prints its response or, when it fails, its error. A 401 is said by failing.")
        { function, eventFile, config, bootstrap };
        command.SetAction((parsed, cancel) => RunAsync(
            terminal,
            new InvokeArguments(
                FunctionKind.All.Single(kind => kind.Name == parsed.GetValue(function)),
                parsed.GetValue(eventFile)!,
                parsed.GetValue(config),
                parsed.GetValue(bootstrap)),
            cancel));
        return command;
    }

    private static Argument<string> FunctionArgument()
    {
        string[] names = [.. FunctionKind.All.Select(kind => kind.Name)];
        var function = new Argument<string>("FUNCTION")
        {
            Description = $"Which function: {string.Join(", ", names)}.",
            HelpName = "FUNCTION",
        };
        function.AcceptOnlyFromAmong(names);
        return function;
    }

    private static async Task<int> RunAsync(Terminal terminal, InvokeArguments arguments, CancellationToken cancel)
    {
        (FunctionKind kind, FileInfo eventFile, FileInfo? config, FileInfo? bootstrap) = arguments;
        if ((config ?? NearestConfiguration.Find(eventFile.Directory)) is not { } configuration)
        {
            terminal.Say(
                $"There is no {ConfigurationFile.DefaultName} in {eventFile.DirectoryName} or above it. Name one with --config.");
            return ExitCode.BadUsage;
        }

        if (TryRead(eventFile) is not { } json)
        {
            terminal.Say($"{eventFile.FullName} cannot be read. Is it a file, and yours to read?");
            return ExitCode.BadUsage;
        }

        return bootstrap is null
            ? await new InProcessInvocation(terminal, configuration).RunAsync(kind, json)
            : await new BootstrapInvocation(terminal, bootstrap, configuration).RunAsync(kind, json, cancel);
    }

    private static byte[]? TryRead(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
