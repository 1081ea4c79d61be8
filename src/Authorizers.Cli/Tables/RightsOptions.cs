using System.CommandLine;

namespace Authorizers.Cli.Tables;

/// <summary>The options that say whose a new credential is and what it may do, and what is wrong with their values.</summary>
/// <param name="whose">The principal, in words.</param>
internal sealed class RightsOptions(string whose)
{
    public const string ProblemOfPrincipal = "--principal takes 1 to 256 characters.";

    public const string ContextWithoutValue = "--context takes KEY=VALUE.";

    public const string ProblemOfContext =
        "--context takes names of letters, digits, underscores and hyphens, each once and none that API Gateway or the "
        + "functions use themselves, and values of at most 1,024 characters.";

    private readonly Option<string> _principal = new("--principal")
    {
        HelpName = "P",
        Description = $"{whose}; becomes principalId.",
        Required = true,
    };

    private readonly Option<string[]> _scopes = NamesOption.Create("--scopes", "Scopes that it has.");
    private readonly Option<string[]> _groups = NamesOption.Create("--groups", "Groups that it is in.");

    private readonly Option<string[]> _context = new("--context")
    {
        HelpName = "KEY=VALUE",
        Description = "A text for the backend, as often as needed.",
    };

    public static string ProblemOfNames(string option) =>
        $"{option} takes 1 to 100 names of at most 256 characters, with commas between them.";

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_principal, _scopes, _groups, _context])
        {
            command.Options.Add(option);
        }
    }

    public RightsArguments Read(ParseResult parsed) => new()
    {
        Principal = parsed.GetValue(_principal)!,
        Scopes = NamesOption.Split(parsed.GetValue(_scopes)),
        Groups = NamesOption.Split(parsed.GetValue(_groups)),
        Context = Pairs(parsed.GetValue(_context) ?? []),
    };

    private static KeyValuePair<string, object>[]? Pairs(string[] texts)
    {
        string[][] pairs = [.. texts.Select(text => text.Split('=', 2))];
        return Array.TrueForAll(pairs, pair => pair.Length == 2)
            ? [.. pairs.Select(pair => KeyValuePair.Create<string, object>(pair[0], pair[1]))]
            : null;
    }
}
