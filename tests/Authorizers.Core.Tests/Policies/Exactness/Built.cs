using System.Diagnostics;
using System.Text;
using Authorizers.Core.Decisions;
using Authorizers.Core.Policies;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>What the builder made of a table: a policy, the routes that clash, or a size beyond the budget.</summary>
internal abstract record Built
{
    private Built()
    {
    }

    /// <param name="table">What is granted, and what else there is.</param>
    /// <param name="shortest">The policy as it is written where a longer one would not fit.</param>
    public static Built Of(OracleTable table, bool shortest = false)
    {
        var builder = new PolicyBuilder(new Grants(Rules(table, granted: true), Rules(table, granted: false)), The.Call);
        BuiltPolicy built = builder.Within(PolicyBuilder.DefaultMaxBytes);
        BuiltPolicy shorter = shortest && built is BuiltPolicy.Exact full ? builder.Within(full.Document.Json.Length - 1) : built;
        return (shorter is BuiltPolicy.TooLarge ? built : shorter) switch
        {
            BuiltPolicy.Exact exact => new Answer(exact.Document),
            BuiltPolicy.Inexpressible(var clash) => new Clash($"{clash.Outer.Route}", $"{clash.Refused.Route}", $"{clash.Inner.Route}"),
            BuiltPolicy.TooLarge(var bytes) => new TooLarge(bytes),
            _ => throw new UnreachableException(),
        };
    }

    private static RouteRule[] Rules(OracleTable table, bool granted) =>
        [.. table.Routes.Where(route => route.Granted == granted).Select(route => Some.Rule(route.Text))];

    public sealed record Answer(PolicyDocument Document) : Built
    {
        public override string ToString() => Encoding.UTF8.GetString(Document.Json);
    }

    /// <summary>
    /// No policy says it: a granted route, the refused one below it, and the granted one that a Deny would hit.
    /// </summary>
    public sealed record Clash(string Outer, string Refused, string Inner) : Built;

    public sealed record TooLarge(int Bytes) : Built;
}
