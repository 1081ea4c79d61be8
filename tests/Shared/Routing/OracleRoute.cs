using System.IO.Enumeration;

namespace Authorizers.Tests.Shared.Routing;

/// <summary>A route as it is written, and whether it is granted. It shares nothing with the code under test.</summary>
internal sealed class OracleRoute
{
    private const string Any = "ANY";

    /// <summary>What ANY stands for.</summary>
    public static readonly string[] Routable = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    private readonly string _preference;

    public OracleRoute(string text, bool granted)
    {
        (Text, Granted) = (text, granted);
        string[] words = text.Split(' ');
        Method = words[0];
        Segments = words[1] == "/" ? [] : words[1][1..].Split('/');
        Methods = Method == Any ? Routable : [Method];
        _preference = string.Concat(Segments.Select(segment => IsGreedy(segment) ? '3' : IsParameter(segment) ? '2' : '1'))
            + (Method == Any ? 'b' : 'a');
    }

    public string Text { get; }

    public bool Granted { get; }

    public string Method { get; }

    public IReadOnlyList<string> Methods { get; }

    public string[] Segments { get; }

    /// <summary>The same for two routes of which only one can be deployed.</summary>
    public string Shape => $"{Method} {string.Join('/', Segments.Select(segment =>
        IsGreedy(segment) ? "{+}" : IsParameter(segment) ? "{}" : segment))}";

    public bool EndsGreedy => Segments.Length > 0 && IsGreedy(Segments[^1]);

    public bool EndsWithText => Segments.Length > 0 && !IsParameter(Segments[^1]);

    /// <summary>The path as an IAM glob, a parameter and a greedy one as at least one character.</summary>
    public string Glob => string.Join('/', Segments.Select(segment => IsParameter(segment) ? "?*" : segment));

    public static bool IsParameter(string segment) => segment.StartsWith('{');

    public static bool IsGreedy(string segment) => segment.EndsWith("+}", StringComparison.Ordinal);

    public OracleRoute As(bool granted) => new(Text, granted);

    /// <summary>Text before parameter before greedy from the left, then one method before any.</summary>
    public bool IsPreferredTo(OracleRoute other) => string.CompareOrdinal(_preference, other._preference) < 0;

    /// <summary>The route's glob covers the path, slashes or not.</summary>
    public bool RunsOver(string path) => FileSystemName.MatchesSimpleExpression(Glob, path, ignoreCase: false);

    public bool Matches(string method, ReadOnlySpan<string> path)
    {
        if (!Methods.Contains(method))
        {
            return false;
        }

        for (int i = 0; i < Segments.Length; i++)
        {
            if (IsGreedy(Segments[i]))
            {
                return path.Length > i + 1 || (path.Length == i + 1 && path[i].Length > 0);
            }

            if (i == path.Length || !(IsParameter(Segments[i]) ? path[i].Length > 0 : path[i] == Segments[i]))
            {
                return false;
            }
        }

        return path.Length == Segments.Length;
    }

    /// <summary>As <see cref="OracleTable.ToString"/> writes it.</summary>
    public override string ToString() => $"{(Granted ? "+" : "-")} {Text}";
}
