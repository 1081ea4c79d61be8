using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

/// <summary>A table, the router of a gateway with its routes, and the policy made of what the table grants.</summary>
internal sealed class World(List<RouteRule> table)
{
    private readonly Grants _grants = Tables.Divide(table);
    private readonly Router _router = new(table);

    public IReadOnlyList<Statement> Statements { get; } = PolicyDocument.For(Tables.Divide(table), The.Call).Statements;

    /// <summary>The gateway takes the call to a route that the table grants.</summary>
    public bool Grants(string call) => _router.Find(call) is { Scopes.Count: 0 };

    /// <summary>The gateway takes the call to a route that the table does not grant.</summary>
    public bool Refuses(string call) => _router.Find(call) is { Scopes.Count: > 0 };

    public bool Allows(string call) => PolicyEvaluator.Allows(Statements, $"{The.StageArn}/{call}");

    public bool AllowsWithoutNotResource(string call) =>
        PolicyEvaluator.Allows([.. Statements.Where(statement => statement.NotResources.Count == 0)], $"{The.StageArn}/{call}");

    public bool IsNamed(string call) => IsWritten(_grants.Allowed, call);

    public bool IsWrittenAsRefused(string call) => IsWritten(_grants.Refused, call);

    /// <summary>The call matches a grant's resource and is none of the grant's route.</summary>
    public bool IsBelowGrant(string call)
    {
        string[] parts = call.Split('/', 2);
        return _grants.Allowed.Any(rule => IsWritten([rule], call) && !rule.Route.Matches(parts[0], parts[1]));
    }

    private static bool IsWritten(IReadOnlyList<RouteRule> rules, string call) =>
        ResourceGlobs.Of(rules, "").Any(glob => PolicyEvaluator.Matches(glob, call));
}
