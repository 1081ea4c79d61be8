using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Policies;

/// <summary>Reads what is to be evaluated, and says what is wrong with it.</summary>
internal sealed class PolicyFile(Terminal terminal)
{
    /// <summary>
    /// Null, and said so, when it cannot be read. No more than the reader takes and one byte, by which it sees that there is
    /// more.
    /// </summary>
    public byte[]? Read(FileInfo file)
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

    /// <summary>False, and said so, when there is one and it cannot be read.</summary>
    public bool TryReadResourcePolicy(FileInfo? file, out ReadPolicy? policy)
    {
        byte[]? json = file is null ? null : Read(file);
        policy = json is null ? null : PolicyReader.ReadResourcePolicy(json);
        return file is null || json is not null;
    }

    /// <summary>True, and said so, when it takes a condition key of which nobody said what it is.</summary>
    public bool AsksForKeys(GatewayEvaluation evaluation)
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

    public void SayProblems(GatewayEvaluation evaluation)
    {
        SayProblem("The authorizer's answer is malformed", evaluation.Answer);
        SayProblem("The resource policy is malformed", evaluation.ResourcePolicy);
    }

    private void SayProblem(string sentence, ReadPolicy? policy)
    {
        if (policy is ReadPolicy.Malformed malformed)
        {
            terminal.Say($"{sentence}: {ReadableText.Of(malformed.Problem)}");
        }
    }
}
