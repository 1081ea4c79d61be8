using Authorizers.Core.Events;

namespace Authorizers.Cli.Policies;

/// <summary>What to evaluate: one method, or those of a file.</summary>
internal sealed record EvaluateArguments
{
    public required FileInfo Policy { get; init; }

    public required GatewayArguments Gateway { get; init; }

    public required MethodArn? Method { get; init; }

    public required FileInfo? Requests { get; init; }
}
