using System.CommandLine;

namespace Authorizers.Cli.Policies;

/// <summary><c>policy</c>: what policies do.</summary>
internal static class PolicyCommand
{
    public static Command Create(Terminal terminal) =>
        new("policy", "Says what API Gateway does with policies.") { EvaluateCommand.Create(terminal) };
}
