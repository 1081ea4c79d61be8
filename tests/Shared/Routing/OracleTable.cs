namespace Authorizers.Tests.Shared.Routing;

/// <summary>A table and its grants: where API Gateway takes a call, and what a policy has to do with it.</summary>
internal sealed class OracleTable
{
    private readonly OracleRoute[] _byPreference;

    public OracleTable(IEnumerable<OracleRoute> routes)
    {
        Routes = [.. routes];
        _byPreference = [.. Routes.Order(Comparer<OracleRoute>.Create((left, right) =>
            left.IsPreferredTo(right) ? -1 : right.IsPreferredTo(left) ? 1 : 0))];
    }

    public IReadOnlyList<OracleRoute> Routes { get; }

    /// <summary>Reads "+ GET /a/{x}" for a granted route and "- GET /a" for a refused one.</summary>
    public static OracleTable Of(params string[] routes) =>
        new(routes.Select(route => new OracleRoute(route[2..], route[0] == '+')));

    /// <summary>The route of a path read as it is; null when there is none.</summary>
    public OracleRoute? Find(string method, string path)
    {
        string[] segments = path.Length == 0 ? [] : path.Split('/');
        return Array.Find(_byPreference, route => route.Matches(method, segments));
    }

    /// <param name="method">As called.</param>
    /// <param name="path">As called, without its leading slash.</param>
    public CallVerdict Expect(string method, string path)
    {
        if (PathReadings.IsOdd(path) || SpellsLiteral(path) || RecasesTriplet(path))
        {
            return MayMeanRefused(method, path) ? CallVerdict.Refuse : CallVerdict.Free;
        }

        string plain = PathReadings.StripSlash(path);
        return Find(method, plain) switch
        {
            { Granted: true } route when plain != path => ExpectSlashed(method, path, route),
            { Granted: true } => CallVerdict.Allow,
            { Granted: false } => CallVerdict.Refuse,
            null => LiesBetweenGrants(method, plain) ? CallVerdict.Free : CallVerdict.Refuse,
        };
    }

    /// <summary>Some reading of the path is routed, and to a route that is not granted.</summary>
    public bool MayMeanRefused(string method, string path) =>
        PathReadings.Of(path).Any(reading => Find(method, reading) is { Granted: false });

    /// <summary>
    /// A slash after a granted route. HTTP APIs hand it to a greedy route that matches it, so where one is refused, so is the
    /// slash; after text it may be.
    /// </summary>
    private CallVerdict ExpectSlashed(string method, string path, OracleRoute granted) =>
        Find(method, path) is { Granted: false } ? CallVerdict.Refuse
        : granted.EndsWithText || Routes.Any(route => !route.Granted && route.Matches(method, path.Split('/'))) ? CallVerdict.Free
        : CallVerdict.Allow;

    /// <summary>
    /// The gap that the documents name: no route is there, but the path is deeper than a grant whose glob runs on over it, and
    /// not deeper than another of the method, which globs cannot always tell apart. A greedy grant is as deep as any path.
    /// </summary>
    public bool LiesBetweenGrants(string method, string path)
    {
        int depth = path.Length == 0 ? 0 : path.Count(letter => letter == '/') + 1;
        OracleRoute[] granted = [.. Routes.Where(route => route.Granted && route.Methods.Contains(method))];
        return granted.Any(route => route.Segments.Length < depth && route.RunsOver(path))
            && granted.Any(route => route.EndsGreedy || route.Segments.Length >= depth);
    }

    /// <summary>One route a line.</summary>
    public override string ToString() => string.Join('\n', Routes);

    /// <summary>The path has a triplet of a refused route with small letters.</summary>
    private bool RecasesTriplet(string path) => path.Split('%').Skip(1).Where(rest => rest.Length > 1).Select(rest => rest[..2])
        .Any(digits => digits.Any(char.IsAsciiLetterLower) && Routes.Any(route => !route.Granted
            && route.Segments.Any(text => text.Contains($"%{digits.ToUpperInvariant()}", StringComparison.Ordinal))));

    /// <summary>A segment of the path is the text of a refused route with reserved characters encoded.</summary>
    private bool SpellsLiteral(string path) =>
        path.Contains('%', StringComparison.Ordinal)
        && path.Split('/').Any(segment => PathReadings.DecodeReserved(segment) is { } decoded && decoded != segment
            && Routes.Any(route => !route.Granted && route.Segments.Contains(decoded)));
}
