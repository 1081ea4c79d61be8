using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>
/// Two calls that no pair of globs keeps apart: one to the refused route, which the outer grant covers, and one to the inner
/// grant, which a Deny of the refused route covers.
/// </summary>
/// <param name="Refused">Has to be denied.</param>
/// <param name="Granted">Has to be allowed.</param>
internal sealed record ClashWitness(Call Refused, Call Granted)
{
    private static readonly string[] Values = ["x", "y", "a", "b", "c"];

    /// <summary>Null when there are no two such calls.</summary>
    public static ClashWitness? Of(OracleTable table, Built.Clash clash)
    {
        OracleRoute outer = Route(table, clash.Outer);
        OracleRoute refused = Route(table, clash.Refused);
        OracleRoute inner = Route(table, clash.Inner);
        Assert.True(outer.Granted && !refused.Granted && inner.Granted, $"{table}\n{clash}");
        foreach (string method in refused.Methods.Intersect(outer.Methods).Intersect(inner.Methods))
        {
            Call? denied = Calls(refused, method).FirstOrDefault(call => IsRouted(table, call, refused) && Covers(outer, call));
            Call? allowed = Calls(inner, method).FirstOrDefault(call => IsRouted(table, call, inner) && Covers(refused, call));
            if (denied is not null && allowed is not null)
            {
                return new ClashWitness(denied, allowed);
            }
        }

        return null;
    }

    private static OracleRoute Route(OracleTable table, string text) => table.Routes.Single(route => route.Text == text);

    private static bool IsRouted(OracleTable table, Call call, OracleRoute route) => table.Find(call.Method, call.Path) == route;

    private static bool Covers(OracleRoute route, Call call) => PolicyEvaluator.Matches(route.Glob, call.Path);

    private static IEnumerable<Call> Calls(OracleRoute route, string method)
    {
        IEnumerable<IEnumerable<string>> paths = [[]];
        foreach (string segment in route.Segments)
        {
            paths = paths.SelectMany(path => Fillings(segment), (path, filling) => path.Append(filling));
        }

        return paths.Select(path => new Call(method, string.Join('/', path)));
    }

    private static IEnumerable<string> Fillings(string segment) =>
        !OracleRoute.IsParameter(segment) ? [segment]
        : !OracleRoute.IsGreedy(segment) ? Values
        : from length in Enumerable.Range(0, 4)
          from path in Enumerable.Range(0, length).Aggregate(
              Values.AsEnumerable(), (paths, _) => paths.SelectMany(_ => Values, (path, value) => $"{path}/{value}"))
          select path;
}
