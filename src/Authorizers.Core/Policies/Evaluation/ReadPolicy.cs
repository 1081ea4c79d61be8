using Authorizers.Core.Events;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>What a text turned out to be when it was read as a policy or as an authorizer's response.</summary>
internal abstract record ReadPolicy
{
    private ReadPolicy()
    {
    }

    /// <summary>The condition keys that it takes to decide.</summary>
    public virtual IEnumerable<string> Keys => [];

    public abstract PolicyVerdict Evaluate(MethodArn method, ConditionContext context);

    /// <summary>A policy of which every statement is good.</summary>
    /// <param name="Source">Whose it is.</param>
    /// <param name="Statements">In their order, which has no meaning.</param>
    public sealed record WellFormed(string Source, IReadOnlyList<IamStatement> Statements) : ReadPolicy
    {
        public override IEnumerable<string> Keys => Statements.SelectMany(statement => statement.Keys);

        public override PolicyVerdict Evaluate(MethodArn method, ConditionContext context)
        {
            List<AppliedStatement> applied = [];
            for (int index = 0; index < Statements.Count; index++)
            {
                if (Statements[index].AppliesTo(method, context, out string? resource))
                {
                    applied.Add(new AppliedStatement(Source, index, Statements[index].Effect, resource));
                }
            }

            return PolicyVerdict.Of(applied);
        }
    }

    /// <summary>One bad statement, or a bad response around it, makes all of it useless.</summary>
    /// <param name="Problem">What is wrong, after the path to it.</param>
    public sealed record Malformed(string Problem) : ReadPolicy
    {
        public override PolicyVerdict Evaluate(MethodArn method, ConditionContext context) => new(PolicyDecision.Malformed, []);
    }

    /// <summary>A simple response of an HTTP API's authorizer, which is about whatever was asked.</summary>
    public sealed record Simple(bool IsAuthorized) : ReadPolicy
    {
        public override PolicyVerdict Evaluate(MethodArn method, ConditionContext context) =>
            new(IsAuthorized ? PolicyDecision.Allow : PolicyDecision.ExplicitDeny, []);
    }
}
