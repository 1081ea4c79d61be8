using Authorizers.Core.Events;
using Authorizers.Core.Policies.Exactness;

namespace Authorizers.Core.Policies;

/// <summary>
/// An IAM policy as an authorizer returns it. It always refuses explicitly what it does not grant: a resource policy of the
/// same account would turn silence into Allow.
/// </summary>
public sealed class PolicyDocument
{
    /// <summary>The IAM policy language's current version.</summary>
    public const string Version = "2012-10-17";

    /// <summary>In characters, for each resource: API Gateway's quota.</summary>
    public const int MaxResourceLength = 512;

    private readonly Lazy<byte[]> _json;
    private readonly Lazy<bool> _hasShortResources;

    private PolicyDocument(params IReadOnlyList<Statement> statements)
    {
        Statements = statements;
        _json = new Lazy<byte[]>(() => PolicyJson.Write(this));
        _hasShortResources = new Lazy<bool>(() => statements.All(statement =>
            statement.Resources.Concat(statement.NotResources).All(resource => resource.Length <= MaxResourceLength)));
    }

    /// <summary>Explicit Deny wins over Allow, whatever their order.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>The document in UTF-8, written once.</summary>
    internal ReadOnlySpan<byte> Json => _json.Value;

    /// <summary>True when API Gateway takes it in an answer that has so much room for it.</summary>
    internal bool Fits(int maxBytes) => Json.Length <= maxBytes && _hasShortResources.Value;

    /// <summary>Refuses every method of the stage.</summary>
    public static PolicyDocument DenyAll(MethodArn method) =>
        new(new Statement { Effect = Effect.Deny, Resources = [$"{method.StageArn}/*"] });

    /// <summary>Grants the method called and nothing else.</summary>
    internal static PolicyDocument AllowOnly(MethodArn method) => Of([method.ToString()], []);

    /// <summary>Grants what the plan allows, for every method of the stage, whichever was called.</summary>
    internal static PolicyDocument For(PolicyPlan plan, MethodArn method)
    {
        string prefix = $"{method.StageArn}/";
        return Of(
            [.. plan.Allowed.Select(resource => prefix + resource)],
            [
                .. plan.Refused.Select(resource => prefix + resource),
                .. plan.RefusedSpellings.Select(spelling => prefix + spelling),
            ]);
    }

    /// <summary>
    /// The same in fewer bytes: methods folded, and region and account left open. The policy is only ever asked about the API
    /// that the authorizer was called for.
    /// </summary>
    internal static PolicyDocument CompactFor(PolicyPlan plan, MethodArn method)
    {
        string prefix = $"arn:{method.Partition}:execute-api:*:*:{method.ApiId}/{method.Stage}/";
        IEnumerable<string> refused = MethodFolding.Wide(plan.Refused, plan).Concat(plan.RefusedSpellings);
        return Of(
            [.. MethodFolding.Exact(plan.Allowed).Select(resource => prefix + resource)],
            [.. refused.Append(MethodFolding.Misread).Distinct(StringComparer.Ordinal).Select(resource => prefix + resource)]);
    }

    /// <summary>The same, but that it grants nothing from this moment on.</summary>
    internal PolicyDocument EndingAt(DateTimeOffset moment) => new(
    [
        .. Statements.Select(statement => statement.Effect == Effect.Deny
            ? statement
            : new Statement { Effect = Effect.Allow, Resources = statement.Resources, Until = moment }),
    ]);

    /// <summary>The same, but that it refuses this call.</summary>
    internal PolicyDocument Without(MethodArn method) =>
        new([.. Statements, new Statement { Effect = Effect.Deny, Resources = [method.ToString()] }]);

    private static PolicyDocument Of(IReadOnlyList<string> granted, IReadOnlyList<string> refused)
    {
        var allow = new Statement { Effect = Effect.Allow, Resources = granted };
        var denyOthers = new Statement { Effect = Effect.Deny, NotResources = granted };
        return refused.Count == 0
            ? new PolicyDocument(allow, denyOthers)
            : new PolicyDocument(allow, denyOthers, new Statement { Effect = Effect.Deny, Resources = refused });
    }
}
