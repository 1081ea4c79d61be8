using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Policies;

/// <summary>Reads the files, says what is wrong with them, and prints one answer for each request.</summary>
internal sealed class EvaluateRun(Terminal terminal)
{
    public async Task<int> RunAsync(EvaluateArguments arguments, CancellationToken cancel)
    {
        var files = new PolicyFile(terminal);
        GatewayArguments gateway = arguments.Gateway;
        if (files.Read(arguments.Policy) is not { } policy
            || !files.TryReadResourcePolicy(gateway.ResourcePolicy, out ReadPolicy? resourcePolicy))
        {
            return ExitCode.BadUsage;
        }

        ApiKind api = gateway.Api ?? ApiKind.Rest;
        var evaluation = new GatewayEvaluation
        {
            Answer = PolicyReader.ReadAnswer(policy, api),
            ResourcePolicy = resourcePolicy,
            CrossAccount = gateway.CrossAccount,
            Api = api,
            Context = new ConditionContext(gateway.Context),
        };
        IReadOnlyList<MethodArn>? methods = arguments.Method is { } method
            ? [method]
            : await new RequestFile(terminal, arguments.Requests!).ReadAsync(cancel);
        if (methods is null || files.AsksForKeys(evaluation))
        {
            return ExitCode.BadUsage;
        }

        files.SayProblems(evaluation);
        foreach (MethodArn called in methods)
        {
            cancel.ThrowIfCancellationRequested();
            terminal.WriteData(AnswerJson.Write(evaluation.Decide(called)));
        }

        return ExitCode.Done;
    }
}
