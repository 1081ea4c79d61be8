using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Core.Events;

namespace Authorizers.Cli.Policies;

/// <summary><c>policy build</c>: the policy that somebody would get.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<FileInfo> config = ChosenConfiguration.CreateOption();
        Option<MethodArn> method = MethodArnOption.Create();
        method.Required = true;
        Option<string[]> scopes = NamesOption("--scopes", "Scopes of the caller, with commas between them.");
        Option<string[]> groups = NamesOption("--groups", "Groups of the caller, with commas between them.");
        Option<string[]> routes = RoutesOption.Create(
            "Routes that the caller's API key is limited to, as the configuration writes them. Without it, any.");
        Option<KeyValuePair<string, string>[]> claims = ClaimsOption();
        Option<KeyValuePair<RequestKey, string>[]> values = ValuesOption();
        var anonymous = new Option<bool>("--anonymous") { Description = "A caller without an acceptable credential." };
        var command = new Command(
            "build", "Prints the policy that a caller with these rights would get, or the routes that no policy can tell apart.")
        { config, method, scopes, groups, routes, claims, values, anonymous };
        command.Validators.Add(result => RefuseRights(result, anonymous, [scopes, groups, routes, claims]));
        command.SetAction(parsed => new BuildRun(terminal, clock).Run(new BuildArguments
        {
            Configuration = parsed.GetValue(config),
            Method = parsed.GetValue(method)!,
            Anonymous = parsed.GetValue(anonymous),
            Scopes = parsed.GetValue(scopes) ?? [],
            Groups = parsed.GetValue(groups) ?? [],
            Routes = parsed.GetValue(routes) ?? [],
            Claims = parsed.GetValue(claims) ?? [],
            Values = parsed.GetValue(values) ?? [],
        }));
        return command;
    }

    private static Option<string[]> NamesOption(string name, string description) => new(name)
    {
        HelpName = "A,B",
        Description = description,
        CustomParser = result =>
            [.. result.Tokens.SelectMany(names => names.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
    };

    private static Option<KeyValuePair<string, string>[]> ClaimsOption() => new("--claims")
    {
        HelpName = "CLAIM=VALUE",
        Description = "A claim that routes ask for, as often as needed.",
        CustomParser = result =>
        {
            List<KeyValuePair<string, string>> claims = [];
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (text.Split('=', 2) is [{ Length: > 0 } claim, var value])
                {
                    claims.Add(new(claim, value));
                }
                else
                {
                    result.AddError("--claims takes CLAIM=VALUE.");
                }
            }

            return [.. claims];
        },
    };

    private static Option<KeyValuePair<RequestKey, string>[]> ValuesOption() => new("--value")
    {
        HelpName = "KEY=VALUE",
        Description = "What the request carries, for routes with \"when\": header.X-Tenant=blue, as often as needed.",
        CustomParser = result =>
        {
            List<KeyValuePair<RequestKey, string>> values = [];
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (text.Split('=', 2) is [var name, var value] && RequestKey.TryParse(name, out RequestKey? key))
                {
                    values.Add(new(key, value));
                }
                else
                {
                    result.AddError("--value takes KEY=VALUE, the key as in \"when\", such as header.X-Tenant=blue.");
                }
            }

            return [.. values];
        },
    };

    private static void RefuseRights(CommandResult result, Option anonymous, Option[] rights)
    {
        if (result.GetResult(anonymous) is { Implicit: false }
            && Array.Exists(rights, right => result.GetResult(right) is { Implicit: false }))
        {
            result.AddError("--anonymous is a caller without rights: --scopes, --groups, --routes and --claims are not for it.");
        }
    }
}
