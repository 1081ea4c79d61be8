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

    public static Built Of(OracleTable table, string call = "GET/") =>
        new Answer(PolicyDocument.For(new Grants(Rules(table, granted: true), Rules(table, granted: false)), Some.Call(call)));

    private static RouteRule[] Rules(OracleTable table, bool granted) =>
        [.. table.Routes.Where(route => route.Granted == granted).Select(route => Some.Rule(route.Text))];

    public sealed record Answer(PolicyDocument Document) : Built
    {
        public override string ToString() => Encoding.UTF8.GetString(Document.Json);
    }

    /// <summary>No policy says it: a granted route, the refused one below it, and the granted one that a Deny would hit.</summary>
    public sealed record Clash(string Outer, string Refused, string Inner) : Built;

    public sealed record TooLarge(int Bytes) : Built;
}
