using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Tokens;

/// <summary>The configuration that is named, or the nearest from the current folder upwards.</summary>
internal static class ChosenConfiguration
{
    /// <summary>Null, with its problems said, when there is none to be had.</summary>
    public static AuthorizerConfiguration? Load(Terminal terminal, FileInfo? named)
    {
        var here = new DirectoryInfo(Environment.CurrentDirectory);
        if ((named ?? NearestConfiguration.Find(here)) is not { } file)
        {
            terminal.Say($"There is no {ConfigurationFile.DefaultName} in {here.FullName} or above it. Name one with --config.");
            return null;
        }

        try
        {
            return ConfigurationFile.Load(file.FullName, Environment.GetEnvironmentVariable);
        }
        catch (ConfigurationException e)
        {
            terminal.Say(e.Message);
            return null;
        }
    }
}
