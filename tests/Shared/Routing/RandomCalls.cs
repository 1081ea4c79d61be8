using System.Globalization;

namespace Authorizers.Tests.Shared.Routing;

/// <summary>Calls near the routes of a table: to them, beside, above and below them, and in spellings that mean them.</summary>
internal static class RandomCalls
{
    private static readonly string[] Values =
    [
        "a", "b", "k", "aa", "ab", "a:b", "v1.0", "x-y", "a+b", "x", "1", "A", "B", "*", "?", "a*", "?a", "${x}",
        "${*}", "a?b", "%20", "a%2Fb", "a%2fb", "%", "...", "~", "a.b", "x%2Ax", "ba", "longer-value_42",
    ];

    private static readonly string[] Others = ["PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "TRACE", "get", "GETS"];

    public static Call Next(OracleTable table, Random chance)
    {
        Call plain = Plain(table, chance);
        string path = plain.Path;
        for (int changes = chance.Next(8) switch { < 3 => 0, < 7 => 1, _ => 2 }; changes > 0; changes--)
        {
            path = Change(path, table, chance);
        }

        return plain with { Path = path };
    }

    /// <summary>Spelled as clients do, and routed more often than not.</summary>
    public static Call Plain(OracleTable table, Random chance)
    {
        OracleRoute route = table.Routes[chance.Next(table.Routes.Count)];
        List<string> path = [];
        foreach (string segment in route.Segments)
        {
            path.Add(OracleRoute.IsParameter(segment) ? Value(table, chance) : segment);
            for (int more = OracleRoute.IsGreedy(segment) ? chance.Next(3) : 0; more > 0; more--)
            {
                path.Add(Value(table, chance));
            }
        }

        switch (chance.Next(8))
        {
            case 0:
                path.Add(Value(table, chance));
                break;
            case 1 when path.Count > 0:
                path.RemoveAt(path.Count - 1);
                break;
            case 2 when path.Count > 0:
                path[chance.Next(path.Count)] = Value(table, chance);
                break;
        }

        string method = chance.Next(25) == 0 ? Others[chance.Next(Others.Length)]
            : route.Method == "ANY" ? Either(chance, "GET", Either(chance, "POST", "HEAD"))
            : route.Method;
        return new Call(method, string.Join('/', path));
    }

    private static string Change(string path, OracleTable table, Random chance)
    {
        string[] segments = path.Split('/');
        int at = chance.Next(segments.Length);
        string[] changed = chance.Next(9) switch
        {
            0 or 1 or 2 => [.. segments, ""],
            3 => [.. segments[..at], "", .. segments[at..]],
            4 => [.. segments[..at], Either(chance, ".", "%2e"), .. segments[at..]],
            5 => [.. segments[..at], Value(table, chance), Either(chance, "..", "%2E."), .. segments[at..]],
            6 => [.. segments, Value(table, chance), Value(table, chance)],
            _ => [.. segments[..at], Encoded(segments[at], chance), .. segments[(at + 1)..]],
        };
        return string.Join('/', changed);
    }

    private static string Encoded(string segment, Random chance)
    {
        if (segment.Length == 0)
        {
            return segment;
        }

        int at = chance.Next(segment.Length);
        int code = segment[at];
        string format = Either(chance, "X2", "x2");
        return segment.Contains('%') ? Recased(segment, chance)
            : $"{segment[..at]}%{code.ToString(format, CultureInfo.InvariantCulture)}{segment[(at + 1)..]}";
    }

    private static string Recased(string segment, Random chance) =>
        string.Concat(segment.Select(letter => chance.Next(2) == 0 ? letter : char.ToLowerInvariant(letter)));

    /// <summary>A text of the table as often as not.</summary>
    private static string Value(OracleTable table, Random chance)
    {
        string[] route = table.Routes[chance.Next(table.Routes.Count)].Segments;
        string? text = route.Length == 0 || chance.Next(2) == 0 ? null : route[chance.Next(route.Length)];
        return text is null || OracleRoute.IsParameter(text) ? Values[chance.Next(Values.Length)] : text;
    }

    private static string Either(Random chance, string one, string other) => chance.Next(2) == 0 ? one : other;
}
