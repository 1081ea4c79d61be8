using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Cli.Explain;
using Authorizers.Cli.Invoke;
using Authorizers.Cli.Issuer;
using Authorizers.Cli.Keys;
using Authorizers.Cli.Policies;
using Authorizers.Cli.Templates;
using Authorizers.Cli.Tickets;
using Authorizers.Cli.Tokens;

namespace Authorizers.Cli;

/// <summary>The <c>authorizers</c> command and its verbs.</summary>
internal static class AuthorizersCommand
{
    private const string Description = """
        Runs and examines the suite's authorizers on this machine.
          Data goes to standard output; decision records, problems and all else go to standard error.
          Exit code 0: done, and a Deny is an answer. 1: the answer is a failure. 2: bad usage or configuration.
        """;

    /// <summary>It does not read <c>@file</c> as arguments, which could quote a file's text back: an event's, say.</summary>
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <param name="args">The verb and what follows it.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="clock">What tokens are held against; null for the system's.</param>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider? clock = null)
    {
        ParseResult parsed = Create(terminal, clock ?? TimeProvider.System).Parse(args, Parser);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                terminal.Say(WithoutTokens(error.Message, args));
            }

            terminal.Say("Add --help to see how it is used.");
            return ExitCode.BadUsage;
        }

        await using var data = new StreamWriter(terminal.Data, leaveOpen: true);
        await using var talk = new StreamWriter(terminal.Talk, leaveOpen: true);
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = data, Error = talk });
    }

    /// <summary>The parser quotes what it does not understand, and logs keep it.</summary>
    private static string WithoutTokens(string message, string[] args) => args
        .SelectMany(Quotable)
        .Where(SecretText.MayHoldToken)
        .Aggregate(message, (text, argument) => text.Replace(argument, "(a token)", StringComparison.Ordinal));

    /// <summary>An argument whole, and what follows an option's name in the same argument.</summary>
    private static IEnumerable<string> Quotable(string argument) =>
        argument.IndexOfAny(['=', ':']) is > 0 and var end ? [argument, argument[(end + 1)..]] : [argument];

    private static RootCommand Create(Terminal terminal, TimeProvider clock)
    {
        var root = new RootCommand(Description)
        {
            InvokeCommand.Create(terminal), ExplainCommand.Create(terminal, clock), TokenCommand.Create(terminal, clock),
            IssuerCommand.Create(terminal), PolicyCommand.Create(terminal, clock), KeysCommand.Create(terminal, clock),
            TicketCommand.Create(terminal, clock), TemplateCommand.Create(terminal),
        };
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(terminal);
        return root;
    }
}
