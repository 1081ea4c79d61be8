using Authorizers.Core.Policies;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>
/// IAM's evaluation of statements without conditions, for calls of one stage: by the documentation, and fast enough for a hundred
/// thousand policies.
/// </summary>
internal sealed class PlainEvaluation
{
    /// <summary>What a resource may begin with: the stage, whichever the region and account of its API.</summary>
    private static readonly string[] Prefixes = [$"{The.StageArn}/", "arn:aws:execute-api:*:*:a1b2c3d4e5/prod/"];

    private readonly (Effect Effect, string[] Globs, bool Excludes)[] _statements;

    public PlainEvaluation(IEnumerable<Statement> statements) => _statements =
    [
        .. from statement in statements
           let excludes = statement.NotResources.Count > 0
           select (statement.Effect, WithoutStage(excludes ? statement.NotResources : statement.Resources), excludes),
    ];

    /// <summary>What is allowed by name, from the method on.</summary>
    public IReadOnlyList<string> Allowed =>
        [.. _statements.Where(statement => statement.Effect == Effect.Allow).SelectMany(statement => statement.Globs)];

    public bool AllowsByExclusion => _statements.Any(statement => statement is { Effect: Effect.Allow, Excludes: true });

    /// <param name="call">From the method on.</param>
    /// <param name="ignoresExclusions">As a gateway would that knows no NotResource.</param>
    public PolicyDecision Decide(string call, bool ignoresExclusions = false)
    {
        PolicyDecision decision = PolicyDecision.ImplicitDeny;
        foreach ((Effect effect, string[] globs, bool excludes) in _statements)
        {
            if ((excludes && ignoresExclusions) || Array.Exists(globs, glob => PolicyEvaluator.Matches(glob, call)) == excludes)
            {
                continue;
            }

            if (effect == Effect.Deny)
            {
                return PolicyDecision.ExplicitDeny;
            }

            decision = PolicyDecision.Allow;
        }

        return decision;
    }

    /// <summary>A resource outside the stage would be one too many.</summary>
    private static string[] WithoutStage(IEnumerable<string> resources) =>
        [.. resources.Select(resource => resource[Prefixes.Single(resource.StartsWith).Length..])];
}
