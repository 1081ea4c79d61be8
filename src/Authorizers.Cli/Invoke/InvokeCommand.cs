using System.CommandLine;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Invoke;

/// <summary><c>invoke FUNCTION EVENT</c>: one function on one event, in process or as a published binary.</summary>
internal static class InvokeCommand
{
    public static Command Create(Terminal terminal)
    {
        var function = new Argument<string>("FUNCTION") { Description = $"Which function: {string.Join(", ", FunctionKind.All.Select(kind => kind.Name))}." };
        function.AcceptOnlyFromAmong([.. FunctionKind.All.Select(kind => kind.Name)]);
        var eventFile = new Argument<FileInfo>("EVENT") { Description = "The event, a JSON file as API Gateway sends it." };
        eventFile.AcceptExistingOnly();
        var config = new Option<FileInfo>("--config")
        {
            Description = $"The configuration. Without it, the nearest {ConfigurationFile.DefaultName} in the event's folder or above.",
        };
        config.AcceptExistingOnly();
        var bootstrap = new Option<FileInfo>("--bootstrap")
        {
            Description = "A published function to invoke through the Lambda Runtime API, instead of running it in process.",
        };
        bootstrap.AcceptExistingOnly();

        var command = new Command("invoke", "Runs one function on one event and prints its response.") { function, eventFile, config, bootstrap };
        command.SetAction((parsed, cancel) =>
        {
            FunctionKind kind = FunctionKind.All.Single(kind => kind.Name == parsed.GetValue(function));
            FileInfo file = parsed.GetValue(eventFile)!;
            if ((parsed.GetValue(config) ?? FindConfiguration(file)) is not { } configuration)
            {
                terminal.Say($"There is no {ConfigurationFile.DefaultName} in {file.DirectoryName} or above it. Name one with --config.");
                return Task.FromResult(ExitCode.BadUsage);
            }

            byte[] json = File.ReadAllBytes(file.FullName);
            return parsed.GetValue(bootstrap) is { } binary
                ? new BootstrapInvocation(terminal, binary, configuration).RunAsync(kind, json, cancel)
                : new InProcessInvocation(terminal, configuration).RunAsync(kind, json);
        });
        return command;
    }

    private static FileInfo? FindConfiguration(FileInfo eventFile)
    {
        for (DirectoryInfo? folder = eventFile.Directory; folder is not null; folder = folder.Parent)
        {
            var candidate = new FileInfo(Path.Combine(folder.FullName, ConfigurationFile.DefaultName));
            if (candidate.Exists)
            {
                return candidate;
            }
        }

        return null;
    }
}
