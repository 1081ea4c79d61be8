using System.CommandLine;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli;

/// <summary>The configuration that is named, or the nearest from the current folder upwards.</summary>
internal static class ChosenConfiguration
{
    /// <summary><c>--config</c>.</summary>
    public static Option<FileInfo> CreateOption() => FileOption.Create(
        "--config",
        "FILE",
        $"The configuration. Without it, the nearest {ConfigurationFile.DefaultName} in the current folder or above.");

    /// <summary>Null, and said so, when there is none.</summary>
    public static FileInfo? Find(Terminal terminal, FileInfo? named)
    {
        var here = new DirectoryInfo(Environment.CurrentDirectory);
        FileInfo? file = named ?? NearestConfiguration.Find(here);
        if (file is null)
        {
            terminal.Say($"There is no {ConfigurationFile.DefaultName} in {here.FullName} or above it. Name one with --config.");
        }

        return file;
    }

    /// <summary>Null, with its problems said, when it cannot be used; by the function, where one is meant.</summary>
    public static AuthorizerConfiguration? Load(Terminal terminal, FileInfo file, EventKind events = EventKind.None) =>
        Load(terminal, file, (path, variable) => ConfigurationFile.Load(path, variable, events));

    /// <summary>The same without the files that it names.</summary>
    public static AuthorizerConfiguration? LoadWithoutFiles(Terminal terminal, FileInfo file) =>
        Load(terminal, file, ConfigurationFile.LoadWithoutFiles);

    private static AuthorizerConfiguration? Load(
        Terminal terminal, FileInfo file, Func<string, Func<string, string?>, AuthorizerConfiguration> load)
    {
        try
        {
            return load(file.FullName, Environment.GetEnvironmentVariable);
        }
        catch (ConfigurationException e)
        {
            terminal.Say(e.Message);
            return null;
        }
    }
}
