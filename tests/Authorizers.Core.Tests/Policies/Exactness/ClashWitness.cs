using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>
/// Two calls that globs do not keep apart: one to the refused route, which the outer grant covers, and one to the inner grant,
/// which a Deny of the refused route covers.
/// </summary>
/// <param name="Refused">Has to be denied.</param>
/// <param name="Granted">Has to be allowed.</param>
internal sealed record ClashWitness(Call Refused, Call Granted)
{
    /// <summary>Null when there are no two such calls.</summary>
    public static ClashWitness? Of(OracleTable table, Built.Clash clash)
    {
        OracleRoute outer = Route(table, clash.Outer);
        OracleRoute refused = Route(table, clash.Refused);
        OracleRoute inner = Route(table, clash.Inner);
        Assert.True(outer.Granted && !refused.Granted && inner.Granted, $"{table}\n{clash}");
        string[] words = [.. outer.Segments.Concat(refused.Segments).Concat(inner.Segments).Append("x").Where(IsText).Distinct()];
        string[] pieces = [.. Pieces(outer), .. Pieces(refused), .. Pieces(inner)];
        string[] paths =
        [
            .. words, .. Joined(words, words), .. Joined(words, [.. Joined(words, words)]), .. pieces, .. Joined(words, pieces),
            .. Joined(pieces, words),
        ];
        foreach (string method in refused.Methods.Intersect(outer.Methods).Intersect(inner.Methods))
        {
            Call? denied = Calls(refused, method, words, paths).Concat(Calls(outer, method, words, paths))
                .FirstOrDefault(call => table.Find(method, call.Path) == refused && outer.RunsOver(call.Path));
            Call? allowed = Calls(refused, method, words, paths).Concat(Calls(inner, method, words, paths))
                .FirstOrDefault(call => table.Find(method, call.Path) == inner && refused.RunsOver(call.Path));
            if (denied is not null && allowed is not null)
            {
                return new ClashWitness(denied, allowed);
            }
        }

        return null;
    }

    private static OracleRoute Route(OracleTable table, string text) => table.Routes.Single(route => route.Text == text);

    private static bool IsText(string segment) => !OracleRoute.IsParameter(segment);

    /// <summary>What stands next to each other in a route.</summary>
    private static IEnumerable<string> Pieces(OracleRoute route)
    {
        string[] segments = [.. route.Segments.Select(segment => IsText(segment) ? segment : "x")];
        return from start in Enumerable.Range(0, segments.Length)
               from end in Enumerable.Range(start + 1, segments.Length - start)
               select string.Join('/', segments[start..end]);
    }

    private static IEnumerable<string> Joined(string[] first, string[] second) =>
        first.SelectMany(_ => second, (one, other) => $"{one}/{other}");

    /// <summary>The route's glob filled: one parameter with any of the paths, each other with a word.</summary>
    private static IEnumerable<Call> Calls(OracleRoute route, string method, string[] words, string[] paths) =>
        from wide in Enumerable.Range(0, route.Segments.Length).Reverse().Where(at => !IsText(route.Segments[at])).DefaultIfEmpty(-1)
        from path in Filled(route.Segments, at => at == wide ? paths : words)
        select new Call(method, path);

    private static IEnumerable<string> Filled(string[] segments, Func<int, string[]> fillings) =>
        segments.Select((segment, at) => IsText(segment) ? [segment] : fillings(at))
            .Aggregate(Enumerable.Repeat("", 1), (paths, filling) => paths.SelectMany(_ => filling, Extended));

    private static string Extended(string path, string segment) => path.Length == 0 ? segment : $"{path}/{segment}";
}
