using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Policies;

/// <summary>
/// An IAM policy as an authorizer returns it. It always refuses explicitly what it does not grant: a resource policy of the
/// same account
/// would turn silence into Allow.
/// </summary>
public sealed class PolicyDocument
{
    /// <summary>The IAM policy language's current version.</summary>
    public const string Version = "2012-10-17";

    private readonly Lazy<byte[]> _json;

    private PolicyDocument(params IReadOnlyList<Statement> statements)
    {
        Statements = statements;
        _json = new Lazy<byte[]>(() => PolicyJson.Write(this));
    }

    /// <summary>Explicit Deny wins over Allow, whatever their order.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>The document in UTF-8, written once.</summary>
    internal ReadOnlySpan<byte> Json => _json.Value;

    /// <summary>Refuses every method of the stage.</summary>
    public static PolicyDocument DenyAll(MethodArn method) =>
        new(new Statement { Effect = Effect.Deny, Resources = [$"{method.StageArn}/*"] });

    /// <summary>Grants the allowed routes and nothing else, for every method of the stage, whichever was called.</summary>
    public static PolicyDocument For(Grants grants, MethodArn method)
    {
        string prefix = $"{method.StageArn}/";
        IReadOnlyList<string> granted = ResourceGlobs.Of(grants.Allowed, prefix);
        IReadOnlyList<string> spilt = ResourceGlobs.Spilling(grants, prefix);
        var allow = new Statement { Effect = Effect.Allow, Resources = granted };
        var denyOthers = new Statement { Effect = Effect.Deny, NotResources = granted };
        return spilt.Count == 0
            ? new PolicyDocument(allow, denyOthers)
            : new PolicyDocument(allow, denyOthers, new Statement { Effect = Effect.Deny, Resources = spilt });
    }
}
