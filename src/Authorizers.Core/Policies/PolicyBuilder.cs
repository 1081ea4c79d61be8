using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Exactness;

namespace Authorizers.Core.Policies;

/// <summary>
/// Builds the policy of a principal: exact for every call that API Gateway can route, because it keeps the policy and applies it to
/// all of them. Built once for one division of the table and one stage.
/// </summary>
internal sealed class PolicyBuilder
{
    private readonly MethodArn _method;
    private readonly PolicyPlan? _plan;
    private readonly PolicyClash? _clash;
    private readonly Lazy<PolicyDocument> _full;
    private readonly Lazy<PolicyDocument> _compact;

    public PolicyBuilder(Grants grants, MethodArn method)
    {
        _method = method;
        _plan = PolicyPlan.For(grants, out _clash);
        _full = new Lazy<PolicyDocument>(() => PolicyDocument.For(_plan!, _method));
        _compact = new Lazy<PolicyDocument>(() => PolicyDocument.CompactFor(_plan!, _method));
    }

    /// <summary>What API Gateway takes as a whole answer, and documents for WebSocket APIs.</summary>
    public const int DefaultMaxBytes = 8192;

    public static BuiltPolicy Build(Grants grants, MethodArn method) => new PolicyBuilder(grants, method).Within(DefaultMaxBytes);

    /// <summary>The full policy if it has at most so many bytes, else the compact one if that has.</summary>
    public BuiltPolicy Within(int maxBytes) =>
        _clash is not null ? new BuiltPolicy.Inexpressible(_clash)
        : Fits(_full.Value, maxBytes) ? new BuiltPolicy.Exact(_full.Value)
        : Fits(_compact.Value, maxBytes) ? new BuiltPolicy.Exact(_compact.Value)
        : new BuiltPolicy.TooLarge(_compact.Value.Json.Length);

    private static bool Fits(PolicyDocument policy, int maxBytes) =>
        policy.Json.Length <= maxBytes
        && policy.Statements.All(statement => IsShort(statement.Resources) && IsShort(statement.NotResources));

    private static bool IsShort(IReadOnlyList<string> resources) =>
        resources.All(resource => resource.Length <= PolicyDocument.MaxResourceLength);
}
