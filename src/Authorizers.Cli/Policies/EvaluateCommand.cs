using System.CommandLine;
using System.CommandLine.Parsing;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

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
        Option<MethodArn> method = MethodOption();
        Option<string> sourceIp = SourceIpOption();
        Option<KeyValuePair<string, string?>[]> context = ContextOption();
        Option<FileInfo> resourcePolicy = FileOption.Create(
            "--resource-policy", "FILE", "The API's resource policy; it may write execute-api:/stage/GET/path.");
        var crossAccount = new Option<bool>("--cross-account")
        {
            Description = "The authorizer is in another account than the API.",
        };
        Option<string> api = ApiOption();
        Option<FileInfo> requests = FileOption.Create("--requests", "FILE", "Method ARNs instead of the one, one a line.");
        var command = new Command(
            "evaluate", "Prints what API Gateway would decide with an authorizer's answer, as one line of JSON for each request.")
        { policy, method, sourceIp, context, resourcePolicy, crossAccount, api, requests };
        command.Validators.Add(result => RequireOne(result, method, requests));
        command.Validators.Add(result => RefuseForHttp(result, api, [resourcePolicy, crossAccount]));
        command.Validators.Add(result => RefuseRepeated(result, sourceIp, context));
        command.SetAction((parsed, cancel) => new EvaluateRun(terminal).RunAsync(
            new EvaluateArguments
            {
                Policy = parsed.GetValue(policy)!,
                ResourcePolicy = parsed.GetValue(resourcePolicy),
                CrossAccount = parsed.GetValue(crossAccount),
                Api = ApiKind.All.Single(kind => kind.Name == parsed.GetValue(api)),
                Context = new ConditionContext(Values(parsed.GetValue(sourceIp), parsed.GetValue(context))),
                Method = parsed.GetValue(method),
                Requests = parsed.GetValue(requests),
            },
            cancel));
        return command;
    }

    private static Option<MethodArn> MethodOption() => new("--method-arn")
    {
        HelpName = "ARN",
        Description = "The method called: arn:aws:execute-api:region:account:api/stage/GET/path.",
        CustomParser = result =>
        {
            if (!MethodArn.TryParse(result.Tokens[0].Value, out MethodArn? arn))
            {
                result.AddError("--method-arn takes the ARN of a method: arn:aws:execute-api:region:account:api/stage/GET/path.");
            }

            return arn;
        },
    };

    private static Option<string> SourceIpOption()
    {
        var option = new Option<string>("--source-ip")
        {
            HelpName = "IP",
            Description = "The client's address, IPv4 or IPv6: the condition key aws:SourceIp.",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var address] && !ContextKey.IsFit(ContextKey.SourceIp, address.Value))
            {
                result.AddError("--source-ip takes an IPv4 or IPv6 address.");
            }
        });
        return option;
    }

    private static Option<KeyValuePair<string, string?>[]> ContextOption() => new("--context")
    {
        HelpName = "KEY=VALUE",
        Description = "Another condition key, as often as needed; KEY alone says that the request has none.",
        CustomParser = result =>
        {
            KeyValuePair<string, string?>[] values = [.. result.Tokens.Select(token => ContextKey.Read(token.Value))];
            foreach ((string key, string? value) in values)
            {
                if (!ContextKey.IsFit(key, value))
                {
                    result.AddError($"--context cannot give {ReadableText.Of(key)} this value.");
                }
            }

            return values;
        },
    };

    private static Option<string> ApiOption()
    {
        var option = new Option<string>("--api")
        {
            HelpName = "KIND",
            Description = $"The API: {string.Join(", ", ApiKind.All.Select(kind => kind.Name))}.",
            DefaultValueFactory = _ => ApiKind.Rest.Name,
        };
        option.AcceptOnlyFromAmong([.. ApiKind.All.Select(kind => kind.Name)]);
        return option;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(string? sourceIp, KeyValuePair<string, string?>[]? others) =>
        sourceIp is null ? others ?? [] : [new(ContextKey.SourceIp, sourceIp), .. others ?? []];

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static void RequireOne(CommandResult result, Option method, Option requests)
    {
        if (IsGiven(result, method) == IsGiven(result, requests))
        {
            result.AddError("Give one of --method-arn and --requests.");
        }
    }

    private static void RefuseForHttp(CommandResult result, Option<string> api, Option[] ofRest)
    {
        if (result.GetResult(api)?.Tokens is [{ Value: "http" }] && Array.Exists(ofRest, option => IsGiven(result, option)))
        {
            result.AddError("An HTTP API has no resource policy: --resource-policy and --cross-account are not for it.");
        }
    }

    private static void RefuseRepeated(CommandResult result, Option sourceIp, Option context)
    {
        IEnumerable<string> keys =
        [
            .. IsGiven(result, sourceIp) ? [ContextKey.SourceIp] : Array.Empty<string>(),
            .. result.GetResult(context)?.Tokens.Select(token => ContextKey.Read(token.Value).Key) ?? [],
        ];
        if (keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } repeated)
        {
            result.AddError($"{ReadableText.Of(repeated.Key)} is given twice.");
        }
    }
}
