using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.RegularExpressions;

namespace Authorizers.Cli.Policies;

/// <summary><c>policy probe</c>: how an account tells what AWS does not document. It calls nobody.</summary>
internal static class ProbeCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<string> api = TextOption("--rest-api", "ID", "A REST API made for tests.", ProbeArguments.Id);
        Option<string> stage = TextOption("--stage", "NAME", "A stage of it.", ProbeArguments.Name);
        Option<string> region = TextOption(
            "--region", "NAME", "Its region. Without it, that of the AWS command line.", ProbeArguments.RegionName);
        Option<string> authorizer = TextOption(
            "--authorizer", "ID", "Its authorizer. Without it, the first that it has.", ProbeArguments.Id);
        Option<string> function = TextOption(
            "--function-name", "NAME", "The authorizer's function. Without it, the template's.", ProbeArguments.Name);
        var template = new Option<bool>("--template")
        {
            Description = "Prints the CloudFormation template of such an API instead, and takes no other option.",
        };
        var json = new Option<bool>("--json") { Description = "Prints one line of JSON instead of a script." };
        var command = new Command(
            "probe", "Prints the commands that settle in a real account what AWS does not document, and calls nobody itself.")
        { api, stage, region, authorizer, function, template, json };
        command.Validators.Add(result => RequireEither(result, template, api, stage, [region, authorizer, function, json]));
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(template))
            {
                terminal.WriteData(Template());
                return ExitCode.Done;
            }

            var arguments = new ProbeArguments(
                parsed.GetValue(api)!,
                parsed.GetValue(stage)!,
                parsed.GetValue(region),
                parsed.GetValue(authorizer),
                parsed.GetValue(function));
            terminal.WriteData(
                parsed.GetValue(json) ? ProbeJson.Write(arguments) : Encoding.ASCII.GetBytes(ProbeText.Write(arguments)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string> TextOption(string name, string valueName, string description, Regex allowed)
    {
        var option = new Option<string>(name) { HelpName = valueName, Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var text] && !allowed.IsMatch(text.Value))
            {
                result.AddError($"{name} takes {allowed}.");
            }
        });
        return option;
    }

    private static void RequireEither(CommandResult result, Option<bool> template, Option api, Option stage, Option[] others)
    {
        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
        if (IsGiven(template) ? others.Append(api).Append(stage).Any(IsGiven) : !IsGiven(api) || !IsGiven(stage))
        {
            result.AddError("Give --rest-api and --stage, or --template alone.");
        }
    }

    private static ReadOnlySpan<byte> Template()
    {
        using Stream resource = typeof(ProbeCommand).Assembly.GetManifestResourceStream("probe.template.json")!;
        using var text = new MemoryStream();
        resource.CopyTo(text);
        return text.ToArray().AsSpan().TrimEnd((byte)'\n');
    }
}
