using Authorizers.Core.Events;

namespace Authorizers.Core.Decisions;

/// <summary>
/// Whether a call to a granted route can be taken for one to a refused route by whoever reads its path otherwise than the table:
/// a server may drop a slash at the end, merge slashes, follow dot segments (RFC 3986 section 5.2.4) and decode triplets.
/// </summary>
internal static class PathSpelling
{
    private const string ReservedInRoutes = "!&'()+,;=:@";

    /// <summary>False too for a path that nobody but an attacker spells so.</summary>
    public static bool IsSafe(Grants grants, MethodArn method)
    {
        string path = method.Path.ToString();
        if (IsOdd(path))
        {
            return false;
        }

        string plain = Decode(path.EndsWith('/') ? path[..^1] : path);
        return plain == path || Find(grants, method.HttpMethod.ToString(), plain) is not { } meant || grants.Allowed.Contains(meant);
    }

    private static RouteRule? Find(Grants grants, string verb, string path) => grants.Allowed.Concat(grants.Refused)
        .Where(rule => rule.Route.Matches(verb, path))
        .Order(Comparer<RouteRule>.Create((left, right) => left.Route.CompareTo(right.Route)))
        .FirstOrDefault();

    /// <summary>RFC 3986 section 6.2.2 has another way to write it, or a segment before the last is empty.</summary>
    private static bool IsOdd(string path) =>
        path.StartsWith('/')
        || path.Contains("//", StringComparison.Ordinal)
        || Array.Exists(path.Split('/'), segment => segment is "." or "..")
        || Triplets(path).Any(at => PercentTriplets.IsUnreserved(Letter(path, at)));

    /// <summary>As a route would write it: reserved characters plain, other triplets in capitals.</summary>
    private static string Decode(string path)
    {
        foreach (int at in Triplets(path).Reverse())
        {
            string written = ReservedInRoutes.Contains(Letter(path, at))
                ? Letter(path, at).ToString()
                : path.Substring(at, 3).ToUpperInvariant();
            path = $"{path[..at]}{written}{path[(at + 3)..]}";
        }

        return path;
    }

    private static IEnumerable<int> Triplets(string path) => Enumerable.Range(0, Math.Max(0, path.Length - 2))
        .Where(at => path[at] == '%' && char.IsAsciiHexDigit(path[at + 1]) && char.IsAsciiHexDigit(path[at + 2]));

    private static char Letter(string path, int at) => (char)Convert.FromHexString(path.AsSpan(at + 1, 2))[0];
}
