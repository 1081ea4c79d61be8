using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Cli.Invoke;

namespace Authorizers.Cli;

/// <summary>The <c>authorizers</c> command and its verbs.</summary>
internal static class AuthorizersCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var root = new RootCommand("Runs and examines the authorizers on your desk.") { InvokeCommand.Create(terminal) };
        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                terminal.Say(error.Message);
            }

            terminal.Say("Add --help to see how it is used.");
            return ExitCode.BadUsage;
        }

        return await parsed.InvokeAsync();
    }
}
