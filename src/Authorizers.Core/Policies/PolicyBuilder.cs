using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Exactness;

namespace Authorizers.Core.Policies;

/// <summary>
/// Builds the policy of a principal: exact for every call that API Gateway can route, because it keeps the policy and applies it
/// to all of them. One is made for each division of the table and each stage, and remembers what it has built.
/// </summary>
internal sealed class PolicyBuilder
{
    /// <summary>What API Gateway takes as a whole answer, and documents for WebSocket APIs.</summary>
    public const int DefaultMaxBytes = 8192;

    private readonly PolicyClash? _clash;
    private readonly bool _isTooIntricate;
    private readonly Lazy<BuiltPolicy.Exact> _full;
    private readonly Lazy<BuiltPolicy.Exact> _compact;

    public PolicyBuilder(Grants grants, MethodArn method)
    {
        PolicyPlan? plan = PolicyPlan.For(grants, out _clash);
        _isTooIntricate = plan is null && _clash is null;
        _full = new Lazy<BuiltPolicy.Exact>(() => new BuiltPolicy.Exact(PolicyDocument.For(plan!, method)));
        _compact = new Lazy<BuiltPolicy.Exact>(() => new BuiltPolicy.Exact(PolicyDocument.CompactFor(plan!, method)));
    }

    public static BuiltPolicy Build(Grants grants, MethodArn method) => new PolicyBuilder(grants, method).Within(DefaultMaxBytes);

    /// <summary>The full policy if it has at most so many bytes, else the compact one if that has.</summary>
    public BuiltPolicy Within(int maxBytes) =>
        _clash is not null ? new BuiltPolicy.Inexpressible(_clash)
        : _isTooIntricate ? new BuiltPolicy.TooIntricate()
        : _full.Value.Document.Fits(maxBytes) ? _full.Value
        : _compact.Value.Document.Fits(maxBytes) ? _compact.Value
        : new BuiltPolicy.TooLarge(_compact.Value.Document.Json.Length);
}
