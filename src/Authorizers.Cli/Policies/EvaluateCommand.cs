using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Core.Events;

namespace Authorizers.Cli.Policies;

/// <summary>
/// <c>policy evaluate</c>: what API Gateway would decide about one request or many, and what the client would get.
/// </summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<FileInfo> policy = FileOption.Create(
            "--policy", "FILE", "What the authorizer returned, or the policy in it alone.");
        policy.Required = true;
        Option<MethodArn> method = MethodArnOption.Create();
        var gateway = new GatewayOptions("rest");
        Option<FileInfo> requests = FileOption.Create("--requests", "FILE", "Method ARNs instead of the one, one a line.");
        var command = new Command(
            "evaluate", "Prints what API Gateway would decide with an authorizer's answer, as one line of JSON for each request.")
        { policy, method };
        gateway.AddTo(command);
        command.Options.Add(requests);
        command.Validators.Add(result => RequireOne(result, method, requests));
        command.SetAction((parsed, cancel) => new EvaluateRun(terminal).RunAsync(
            new EvaluateArguments
            {
                Policy = parsed.GetValue(policy)!,
                Gateway = gateway.Read(parsed),
                Method = parsed.GetValue(method),
                Requests = parsed.GetValue(requests),
            },
            cancel));
        return command;
    }

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static void RequireOne(CommandResult result, Option method, Option requests)
    {
        if (IsGiven(result, method) == IsGiven(result, requests))
        {
            result.AddError("Give one of --method-arn and --requests.");
        }
    }
}
