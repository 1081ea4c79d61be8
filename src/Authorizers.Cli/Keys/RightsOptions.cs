using System.CommandLine;

namespace Authorizers.Cli.Keys;

/// <summary>The options that say whose a new key is, what it may do and until when.</summary>
internal sealed class RightsOptions
{
    private readonly Option<string> _principal = new("--principal")
    {
        HelpName = "P",
        Description = "Whose key it is; becomes principalId.",
        Required = true,
    };

    private readonly Option<string[]> _scopes = Texts("--scopes", "Scopes that it has.");
    private readonly Option<string[]> _groups = Texts("--groups", "Groups that it is in.");
    private readonly Option<string> _plan = Text("--plan", "NAME", "The usage plan's name, for people.");

    private readonly Option<string> _usageKey = Text(
        "--usage-identifier-key", "V", "The value of the API Gateway key that calls are metered by.");

    private readonly Option<string> _notBefore = Text(
        "--not-before", "T", "From when it is good: 2027-01-31T12:00:00Z, or 12h from now. Without it, from now on.");

    private readonly Option<string> _expires = Text(
        "--expires", "T", "Until when it is good: 2027-01-31T12:00:00Z, or 90d from now. Without it, until it is revoked.");

    private readonly Option<string[]> _routes = Texts(
        "--routes", "Routes that it may be used for, as the configuration writes them. Without it, any.");

    private readonly Option<string[]> _cidrs = Texts(
        "--cidrs", "Addresses, or ranges of them, that it may be used from. Without it, any.");

    private readonly Option<string[]> _context = new("--context")
    {
        HelpName = "KEY=VALUE",
        Description = "A text for the backend, as often as needed.",
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])
            [_principal, _scopes, _groups, _plan, _usageKey, _notBefore, _expires, _routes, _cidrs, _context])
        {
            command.Options.Add(option);
        }
    }

    public CreateArguments Read(ParseResult parsed) => new()
    {
        Principal = parsed.GetValue(_principal)!,
        Scopes = parsed.GetValue(_scopes) ?? [],
        Groups = parsed.GetValue(_groups) ?? [],
        Plan = parsed.GetValue(_plan),
        UsageIdentifierKey = parsed.GetValue(_usageKey),
        NotBefore = parsed.GetValue(_notBefore),
        Expires = parsed.GetValue(_expires),
        Routes = parsed.GetValue(_routes) ?? [],
        Cidrs = parsed.GetValue(_cidrs) ?? [],
        Context = parsed.GetValue(_context) ?? [],
    };

    private static Option<string> Text(string name, string valueName, string description) =>
        new(name) { HelpName = valueName, Description = description };

    private static Option<string[]> Texts(string name, string description) =>
        new(name) { HelpName = "A,B", Description = $"{description} With commas between them." };
}
