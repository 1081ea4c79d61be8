using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

/// <summary>A table, the router of a gateway with its routes, and the policy made of what the table grants.</summary>
internal sealed class World(List<RouteRule> table)
{
    private readonly Router _router = new(table);

    /// <summary>Null when globs cannot express what the table grants.</summary>
    public IReadOnlyList<Statement>? Statements { get; } =
        PolicyBuilder.Build(Tables.Divide(table), The.Call) is BuiltPolicy.Exact policy ? policy.Document.Statements : null;

    /// <summary>The gateway takes the call to a route that the table grants.</summary>
    public bool Grants(string call) => _router.Find(call) is { Scopes.Count: 0 };

    /// <summary>The gateway takes the call, or what it may read it as, to a route that the table does not grant.</summary>
    public bool Refuses(string call) => Readings(call).Any(reading => _router.Find(reading) is { Scopes.Count: > 0 });

    public bool Allows(string call) => PolicyEvaluator.Allows(Statements!, $"{The.StageArn}/{call}");

    public bool AllowsWithoutNotResource(string call) =>
        PolicyEvaluator.Allows([.. Statements!.Where(statement => statement.NotResources.Count == 0)], $"{The.StageArn}/{call}");

    private static IEnumerable<string> Readings(string call)
    {
        string[] parts = call.Split('/', 2);
        string collapsed = string.Join('/', parts[1].Split('/', StringSplitOptions.RemoveEmptyEntries));
        string slashed = collapsed.Length > 0 && call.EndsWith('/') ? collapsed + "/" : collapsed;
        return [call, $"{parts[0]}/{parts[1].TrimEnd('/')}", $"{parts[0]}/{collapsed}", $"{parts[0]}/{slashed}"];
    }
}
