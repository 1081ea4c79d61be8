using Authorizers.Core.Events;

namespace Authorizers.Core.Policies.Evaluation;

/// <summary>A statement of a well-formed policy.</summary>
internal sealed class IamStatement
{
    public required Effect Effect { get; init; }

    /// <summary>It is about callers who are known to an authorizer and not to IAM.</summary>
    public required bool IsAboutCaller { get; init; }

    /// <summary>It is about the one action there is, <see cref="Statement.Action"/>.</summary>
    public required bool IsAboutInvoking { get; init; }

    public required IReadOnlyList<ResourcePattern> Resources { get; init; }

    /// <summary>It is about all resources but these.</summary>
    public required bool ExcludesResources { get; init; }

    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>All condition keys that it names.</summary>
    public IEnumerable<string> Keys =>
        Resources.SelectMany(resource => resource.Keys).Concat(Conditions.SelectMany(condition => condition.Keys));

    /// <param name="method">The method called.</param>
    /// <param name="context">What else is known of the request.</param>
    /// <param name="resource">The first resource that matched; null when those named are the ones that did not.</param>
    public bool AppliesTo(MethodArn method, ConditionContext context, out string? resource)
    {
        resource = null;
        return IsAboutCaller && IsAboutInvoking && IsAbout(method, context, out resource)
            && Conditions.All(condition => condition.Holds(context));
    }

    /// <summary>A resource that can be said neither to match nor not to keeps the statement from applying, either way.</summary>
    private bool IsAbout(MethodArn method, ConditionContext context, out string? resource)
    {
        resource = null;
        foreach (ResourcePattern pattern in Resources)
        {
            bool? matches = pattern.Matches(method, context);
            if (ExcludesResources && matches != false)
            {
                return false;
            }

            if (matches == true)
            {
                resource = pattern.Written;
                return true;
            }
        }

        return ExcludesResources;
    }
}
