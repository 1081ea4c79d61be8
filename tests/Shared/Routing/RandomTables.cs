namespace Authorizers.Tests.Shared.Routing;

/// <summary>
/// Tables of up to twelve routes over so few names that they get in each other's way, half of the routes made from another of
/// the table, and grants for some. The codes of <c>k</c> and of some rare names have letters, which can be encoded in two ways.
/// </summary>
internal static class RandomTables
{
    private const int MaxRoutes = 12;

    private static readonly string[] Names = ["a", "a", "b", "b", "k"];
    private static readonly string[] RareNames = ["a:b", "v1.0", "x-y", "aa", "a+b", "ab", "%C3%AF"];
    private static readonly string[] Methods = ["GET", "GET", "GET", "GET", "GET", "GET", "GET", "POST", "POST", "HEAD", "ANY", "ANY"];
    private static readonly double[] Shares = [0.25, 0.5, 0.75, 0.9];

    public static OracleTable Next(Random chance)
    {
        List<string> routes = [];
        for (int count = chance.Next(1, chance.Next(2, MaxRoutes + 2)); count > 0; count--)
        {
            string[] path = routes.Count == 0 || chance.Next(2) == 0 ? Fresh(chance) : Kin(routes[chance.Next(routes.Count)], chance);
            routes.Add($"{Methods[chance.Next(Methods.Length)]} /{string.Join('/', path)}");
        }

        double share = Shares[chance.Next(Shares.Length)];
        OracleRoute[] table =
        [
            .. routes.Select(route => new OracleRoute(route, chance.NextDouble() < share)).DistinctBy(route => route.Shape),
        ];
        int always = chance.Next(table.Length);
        table[always] = table[always].As(granted: true);
        return new OracleTable(table);
    }

    private static string[] Fresh(Random chance)
    {
        string[] path = new string[chance.Next(1, 6) - (chance.Next(6) == 0 ? 1 : 0)];
        for (int i = 0; i < path.Length; i++)
        {
            path[i] = Segment(chance);
        }

        return WithGreedyEnd(path, chance);
    }

    /// <summary>Longer, shorter, or different in one segment.</summary>
    private static string[] Kin(string route, Random chance)
    {
        string[] path = new OracleRoute(route, granted: false).Segments;
        path = path.Length > 0 && OracleRoute.IsGreedy(path[^1]) ? path[..^1] : path;
        switch (chance.Next(5))
        {
            case 0:
                return WithGreedyEnd([.. path, Segment(chance)], chance);
            case 1:
                return [.. path, Segment(chance), Segment(chance)];
            case 2 when path.Length > 1:
                return path[..^1];
            case 3 when path.Length > 0:
                string[] other = [.. path];
                other[chance.Next(other.Length)] = Segment(chance);
                return other;
            default:
                return path;
        }
    }

    private static string[] WithGreedyEnd(string[] path, Random chance) =>
        path.Length > 0 && chance.Next(12) == 0 ? [.. path[..^1], "{p+}"] : path;

    private static string Segment(Random chance) => chance.Next(20) switch
    {
        < 7 => "{x}",
        19 => RareNames[chance.Next(RareNames.Length)],
        _ => Names[chance.Next(Names.Length)],
    };
}
