using System.CommandLine;
using Authorizers.Cli.Tables;

namespace Authorizers.Cli.Keys;

/// <summary>The options that say what a new key is metered by, until when it is good, and where.</summary>
internal sealed class LimitOptions
{
    private readonly Option<string> _plan = Text("--plan", "NAME", "The usage plan's name, for people.");

    private readonly Option<string> _usageKey = Text(
        "--usage-identifier-key", "V", "The value of the API Gateway key that calls are metered by.");

    private readonly Option<string> _notBefore = Text(
        "--not-before", "T", "From when it is good: 2027-01-31T12:00:00Z, or 12h from now. Without it, from now on.");

    private readonly Option<string> _expires = Text(
        "--expires", "T", "Until when it is good: 2027-01-31T12:00:00Z, or 90d from now. Without it, until it is revoked.");

    private readonly Option<string[]> _routes = RoutesOption.Create(
        "Routes that it may be used for, as the configuration writes them. Without it, any.");

    private readonly Option<string[]> _cidrs = NamesOption.Create(
        "--cidrs", "Addresses, or ranges of them, that it may be used from. Without it, any.");

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_plan, _usageKey, _notBefore, _expires, _routes, _cidrs])
        {
            command.Options.Add(option);
        }
    }

    public CreateArguments Read(ParseResult parsed, RightsArguments rights) => new()
    {
        Rights = rights,
        Plan = parsed.GetValue(_plan),
        UsageIdentifierKey = parsed.GetValue(_usageKey),
        NotBefore = parsed.GetValue(_notBefore),
        Expires = parsed.GetValue(_expires),
        Routes = parsed.GetValue(_routes) ?? [],
        Cidrs = NamesOption.Split(parsed.GetValue(_cidrs)),
    };

    private static Option<string> Text(string name, string valueName, string description) =>
        new(name) { HelpName = valueName, Description = description };
}
