using System.Globalization;
using System.Text.RegularExpressions;

namespace Authorizers.Tests.Shared.Routing;

/// <summary>What servers may make of a path: slashes collapsed or stripped, dot segments removed, characters decoded.</summary>
internal static class PathReadings
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly Func<string, string>[] Steps =
        [StripSlash, CollapseSlashes, RemoveDots, DecodeUnreserved, DecodeReserved, Capitalise];

    /// <summary>
    /// Every text that comes of some of the steps, in any order, each taken once; the path itself is the first.
    /// </summary>
    /// <param name="path">As called, without its leading slash.</param>
    public static IReadOnlyList<string> Of(string path)
    {
        List<string> readings = [path];
        HashSet<(string, int)> seen = [(path, 0)];
        List<(string Text, int Taken)> open = [(path, 0)];
        for (int at = 0; at < open.Count; at++)
        {
            for (int step = 0; step < Steps.Length; step++)
            {
                (string text, int taken) = open[at];
                (string, int) next = (Steps[step](text), taken | (1 << step));
                if (next.Item1 != text && (taken & (1 << step)) == 0 && seen.Add(next))
                {
                    open.Add(next);
                    if (!readings.Contains(next.Item1))
                    {
                        readings.Add(next.Item1);
                    }
                }
            }
        }

        return readings;
    }

    /// <summary>
    /// True when RFC 3986 6.2.2 has another way to write the path, or a segment is empty before the last slash.
    /// </summary>
    public static bool IsOdd(string path) =>
        path.StartsWith('/')
        || path.Contains("//", StringComparison.Ordinal)
        || path.Split('/').Any(segment => segment is "." or "..")
        || DecodeUnreserved(path) != path;

    public static string StripSlash(string path) => path.EndsWith('/') ? path[..^1] : path;

    public static string DecodeUnreserved(string path) => Decode(path, letter => Unreserved.Contains(letter));

    /// <summary>All but slashes and per cent signs, which would mean something else when decoded.</summary>
    public static string DecodeReserved(string path) =>
        Decode(path, letter => !Unreserved.Contains(letter) && letter is not ('/' or '%'));

    /// <summary>RFC 3986 6.2.2.1: the small letters of triplets mean the capitals.</summary>
    public static string Capitalise(string path) => Regex.Replace(
        path, "%[0-9A-Fa-f]{2}", triplet => triplet.Value.ToUpperInvariant(), RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string CollapseSlashes(string path)
    {
        string text = path.TrimStart('/');
        while (text.Contains("//", StringComparison.Ordinal))
        {
            text = text.Replace("//", "/", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>RFC 3986 5.2.4; what a path ends with is then a directory.</summary>
    private static string RemoveDots(string path)
    {
        string[] segments = path.Split('/');
        List<string> kept = [];
        foreach (string segment in segments)
        {
            if (segment is "..")
            {
                kept.RemoveRange(Math.Max(0, kept.Count - 1), Math.Min(1, kept.Count));
            }
            else if (segment is not ".")
            {
                kept.Add(segment);
            }
        }

        bool isDirectory = segments[^1] is "." or "..";
        return string.Join('/', kept) + (isDirectory && kept.Count > 0 ? "/" : "");
    }

    private static string Decode(string path, Func<char, bool> isMeant)
    {
        int at = path.IndexOf('%', StringComparison.Ordinal);
        return at < 0 ? path
            : at + 2 < path.Length
                && byte.TryParse(path.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte code)
                && code < 128 && isMeant((char)code)
                ? $"{path[..at]}{(char)code}{Decode(path[(at + 3)..], isMeant)}"
                : path[..(at + 1)] + Decode(path[(at + 1)..], isMeant);
    }
}
