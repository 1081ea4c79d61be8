using System.CommandLine;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Invoke;

/// <summary><c>FUNCTION EVENT [--config FILE]</c>.</summary>
internal sealed class CallArguments
{
    private readonly Argument<string> _function = FunctionArgument();
    private readonly Argument<FileInfo> _event = EventArgument();
    private readonly Option<FileInfo> _config = FileOption.Create(
        "--config",
        "FILE",
        $"The configuration. Without it, the nearest {ConfigurationFile.DefaultName} in the event's folder or above.");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_function);
        command.Arguments.Add(_event);
        command.Options.Insert(0, _config);
    }

    /// <summary>Null, and said so, when the event cannot be read or there is no configuration.</summary>
    public Call? Read(ParseResult parsed, Terminal terminal)
    {
        FunctionKind kind = FunctionKind.All.Single(kind => kind.Name == parsed.GetValue(_function));
        FileInfo file = parsed.GetValue(_event)!;
        if ((parsed.GetValue(_config) ?? NearestConfiguration.Find(file.Directory)) is not { } configuration)
        {
            terminal.Say(
                $"There is no {ConfigurationFile.DefaultName} in {file.DirectoryName} or above it. Name one with --config.");
            return null;
        }

        try
        {
            return new Call(kind, File.ReadAllBytes(file.FullName), configuration);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"{file.FullName} cannot be read. Is it a file, and yours to read?");
            return null;
        }
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

    private static Argument<FileInfo> EventArgument()
    {
        var file = new Argument<FileInfo>("EVENT") { Description = "The event, a JSON file as API Gateway sends it." };
        file.AcceptExistingOnly();
        return file;
    }
}
