using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Policies;

/// <summary>Reads the files, says what is wrong with them, and prints one answer for each request.</summary>
internal sealed class EvaluateRun(Terminal terminal)
{
    public async Task<int> RunAsync(EvaluateArguments arguments, CancellationToken cancel)
    {
        if (Read(arguments.Policy) is not { } policy || !TryReadResourcePolicy(arguments, out ReadPolicy? resourcePolicy))
        {
            return ExitCode.BadUsage;
        }

        var evaluation = new GatewayEvaluation
        {
            Answer = PolicyReader.ReadAnswer(policy, arguments.Api),
            ResourcePolicy = resourcePolicy,
            CrossAccount = arguments.CrossAccount,
            Api = arguments.Api,
            Context = arguments.Context,
        };
        IReadOnlyList<MethodArn>? methods = arguments.Method is { } method
            ? [method]
            : await new RequestFile(terminal, arguments.Requests!).ReadAsync(cancel);
        if (methods is null || AsksForKeys(evaluation))
        {
            return ExitCode.BadUsage;
        }

        SayProblem("The authorizer's answer is malformed", evaluation.Answer);
        SayProblem("The resource policy is malformed", evaluation.ResourcePolicy);
        foreach (MethodArn called in methods)
        {
            cancel.ThrowIfCancellationRequested();
            terminal.WriteData(AnswerJson.Write(evaluation.Decide(called)));
        }

        return ExitCode.Done;
    }

    private bool TryReadResourcePolicy(EvaluateArguments arguments, out ReadPolicy? policy)
    {
        byte[]? json = arguments.ResourcePolicy is { } file ? Read(file) : null;
        policy = json is null ? null : PolicyReader.ReadResourcePolicy(json);
        return arguments.ResourcePolicy is null || json is not null;
    }

    /// <summary>No more than the reader takes and one byte, by which it sees that there is more.</summary>
    private byte[]? Read(FileInfo file)
    {
        try
        {
            using FileStream stream = file.OpenRead();
            byte[] bytes = new byte[PolicyReader.MaxLength + 1];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"{file.FullName} cannot be read. Is it a file, and yours to read?");
            return null;
        }
    }

    private bool AsksForKeys(GatewayEvaluation evaluation)
    {
        IReadOnlyList<string> unknown = evaluation.UnknownKeys;
        foreach (string key in unknown)
        {
            string name = ReadableText.Of(key);
            string option = string.Equals(key, ContextKey.SourceIp, StringComparison.OrdinalIgnoreCase)
                ? "--source-ip IP"
                : $"--context {name}=VALUE";
            terminal.Say($"A policy asks for {name}. Give it with {option}; --context {name} says that the request has none.");
        }

        return unknown.Count > 0;
    }

    private void SayProblem(string sentence, ReadPolicy? policy)
    {
        if (policy is ReadPolicy.Malformed malformed)
        {
            terminal.Say($"{sentence}: {ReadableText.Of(malformed.Problem)}");
        }
    }
}
