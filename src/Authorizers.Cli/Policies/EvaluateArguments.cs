using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Policies;

/// <summary>What to evaluate: one method, or those of a file.</summary>
internal sealed record EvaluateArguments
{
    public required FileInfo Policy { get; init; }

    public required FileInfo? ResourcePolicy { get; init; }

    public required bool CrossAccount { get; init; }

    public required ApiKind Api { get; init; }

    public required ConditionContext Context { get; init; }

    public required MethodArn? Method { get; init; }

    public required FileInfo? Requests { get; init; }
}
