using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Core.Configuration;

namespace Authorizers.Cli.Tables;

/// <summary>The options that every verb of a table has: which table, and the way to it.</summary>
internal sealed class TableOptions(TableKind kind)
{
    private readonly Option<string> _table = Text(
        "--table", "NAME", "The table's name or ARN.", IsTable, "--table takes a table's name or ARN.");

    private readonly Option<string> _endpoint = Text(
        "--endpoint-url", "URL", "Where DynamoDB answers, instead of the region's own address.", IsEndpoint,
        "--endpoint-url takes an http or https URL without user name, query and fragment.");

    private readonly Option<string> _region = Text(
        "--region", "NAME", "Without it, the configuration's, AWS_REGION, AWS_DEFAULT_REGION or the profile's.",
        TableArn.IsRegion,
        "--region takes the name of a region, such as eu-west-1.");

    private readonly Option<string> _profile = Text(
        "--profile", "NAME", "Of the AWS command line's files: its credentials and its region.", text => text.Length > 0,
        "--profile takes the name of a profile.");

    private readonly Option<FileInfo> _config = FileOption.Create(
        "--config", "FILE", $"{kind.Described} The options override it.");

    public TableKind Kind => kind;

    /// <summary>Gives a command its verbs, and each of them these options.</summary>
    public void AddTo(Command command, IEnumerable<Command> verbs)
    {
        foreach (Option option in (Option[])[_table, _endpoint, _region, _profile, _config])
        {
            option.Recursive = true;
            command.Options.Add(option);
        }

        foreach (Command verb in verbs)
        {
            verb.Validators.Add(WholeSecret.Refuse);
            verb.Validators.Add(RequirePlace);
            command.Subcommands.Add(verb);
        }
    }

    public TableArguments Read(ParseResult parsed) => new()
    {
        Table = parsed.GetValue(_table),
        Endpoint = parsed.GetValue(_endpoint) is { } endpoint ? new Uri(endpoint) : null,
        Region = parsed.GetValue(_region),
        Profile = parsed.GetValue(_profile),
        Configuration = parsed.GetValue(_config),
    };

    /// <summary>Nothing is searched for: a record in the wrong table is worse than a question.</summary>
    private void RequirePlace(CommandResult result)
    {
        if (result.GetResult(_table) is null && result.GetResult(_config) is null)
        {
            result.AddError("Name the table, by --table or by the --config of its function.");
        }
    }

    private static Option<string> Text(
        string name, string valueName, string description, Predicate<string> isGood, string problem)
    {
        var option = new Option<string>(name) { HelpName = valueName, Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var text] && !isGood(text.Value))
            {
                result.AddError(problem);
            }
        });
        return option;
    }

    private static bool IsEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url is { UserInfo: "", Query: "", Fragment: "" };

    private static bool IsTable(string text) =>
        TableArn.IsMeant(text) ? TableArn.TryReadRegion(text, out _) : TableArn.IsName(text);
}
