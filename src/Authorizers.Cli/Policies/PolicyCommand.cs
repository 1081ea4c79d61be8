using System.CommandLine;

namespace Authorizers.Cli.Policies;

/// <summary><c>policy</c>: what the function returns, and what comes of it.</summary>
internal static class PolicyCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock) =>
        new("policy", "Shows policies, and says what API Gateway does with them, or how to find out.")
        {
            BuildCommand.Create(terminal, clock), EvaluateCommand.Create(terminal), ProbeCommand.Create(terminal),
        };
}
