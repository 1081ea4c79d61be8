using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Decisions;

/// <summary>
/// Which calls a rule is about: <c>GET /orders/{id}</c>. The method is one of API Gateway's or <c>ANY</c>; a path is
/// <c>/</c> or segments, each text, <c>{name}</c> (one segment) or, at the end, <c>{name+}</c> (all that follow, at least
/// one). Or a route key without a path: for a WebSocket API <c>$connect</c>, <c>$disconnect</c>, <c>$default</c> or one of its
/// own, for an HTTP API <c>$default</c>.
/// </summary>
public sealed class RoutePattern
{
    private const string Any = "ANY";

    /// <summary>What <c>ANY</c> stands for: the methods that API Gateway routes.</summary>
    private static readonly string[] AllMethods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    private readonly string _text;
    private readonly string[] _methods;

    private RoutePattern(string text, string method, IReadOnlyList<RouteSegment> segments) =>
        (_text, _methods, Method, Segments, Glob, Path) = (
            text,
            method == Any ? AllMethods : [method],
            method,
            segments,
            [.. segments.Select(segment => segment.Kind == SegmentKind.Literal ? segment.Text : null)],
            string.Join('/', segments.Select(ShapeOf)));

    /// <summary>Empty for the root, and for a route key.</summary>
    internal IReadOnlyList<RouteSegment> Segments { get; }

    /// <summary>True when it has a <c>{name}</c>.</summary>
    internal bool HasParameter => Segments.Any(segment => segment.Kind == SegmentKind.Parameter);

    /// <summary>True when it ends in <c>{name+}</c>.</summary>
    internal bool IsGreedy => Segments is [.., { Kind: SegmentKind.Greedy }];

    /// <summary>The methods matched, one or all of them; the route key of a route that is one.</summary>
    internal IReadOnlyList<string> Methods => _methods;

    /// <summary>True for a route without a path, whose resource is the stage, a slash and the key.</summary>
    internal bool IsRouteKey => _text == Method;

    /// <summary>The text of each segment, null for what is no literal. Not to be changed.</summary>
    internal string?[] Glob { get; }

    /// <summary>The same for two patterns that match the same paths.</summary>
    internal string Path { get; }

    /// <summary>The same for two patterns that match the same calls.</summary>
    internal string Shape => IsRouteKey ? Method : $"{Method} {Path}";

    private string Method { get; }

    private static string ShapeOf(RouteSegment segment) => segment.Kind switch
    {
        SegmentKind.Literal => segment.Text,
        SegmentKind.Parameter => "{}",
        _ => "{+}",
    };

    /// <summary>Reads <c>METHOD /path</c> or a route key.</summary>
    /// <param name="text">As configured.</param>
    /// <param name="route">Null when the text is no route.</param>
    /// <param name="problem">What is wrong with the text.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out RoutePattern? route, [NotNullWhen(false)] out string? problem)
    {
        route = null;
        if (RouteKeyText.IsRouteKey(text) && text != Any && !AllMethods.Contains(text))
        {
            problem = null;
            route = new RoutePattern(text, text, []);
            return true;
        }

        if (text.Split(' ') is not [var method, ['/', .. var path]])
        {
            problem = "must be a method, one space and a path that begins with a slash, such as \"GET /orders/{id}\", "
                + "or a route key, such as $connect";
            return false;
        }

        if (method != Any && !AllMethods.Contains(method))
        {
            problem = $"must begin with ANY or one of {string.Join(", ", AllMethods)}, in capitals";
            return false;
        }

        RouteSegment?[] segments = path.Length == 0 ? [] : [.. path.Split('/').Select(RouteSegment.Parse)];
        problem = ProblemOf(segments);
        if (problem is null)
        {
            route = new RoutePattern(text, method, [.. segments.Select(segment => segment!)]);
        }

        return route is not null;
    }

    /// <summary>True when API Gateway could route such a call here.</summary>
    /// <param name="method">In capitals; the route key of a call that has one in place of method and path.</param>
    /// <param name="path">As called, without its leading slash; empty for a route key.</param>
    public bool Matches(ReadOnlySpan<char> method, ReadOnlySpan<char> path) =>
        MatchesMethod(method) && MatchesPath(path);

    /// <summary>As configured.</summary>
    public override string ToString() => _text;

    /// <summary>
    /// Smaller for what API Gateway prefers: literal before parameter before greedy from the left, then one method before any.
    /// Route keys come last, and of them the one that takes what no other does.
    /// </summary>
    internal int CompareTo(RoutePattern other)
    {
        if (IsRouteKey || other.IsRouteKey)
        {
            return IsRouteKey != other.IsRouteKey
                ? IsRouteKey.CompareTo(other.IsRouteKey)
                : (Method == RouteKeyText.Default).CompareTo(other.Method == RouteKeyText.Default);
        }

        foreach ((RouteSegment mine, RouteSegment theirs) in Segments.Zip(other.Segments))
        {
            if (mine.Kind != theirs.Kind)
            {
                return mine.Kind.CompareTo(theirs.Kind);
            }
        }

        return Segments.Count != other.Segments.Count
            ? Segments.Count.CompareTo(other.Segments.Count)
            : (Method == Any).CompareTo(other.Method == Any);
    }

    private static string? ProblemOf(RouteSegment?[] segments)
    {
        if (segments.Contains(null))
        {
            return "has a path segment that is neither text (letters, digits and -._~!&'()+,;=:@%) nor {name} nor {name+}";
        }

        return segments.Take(segments.Length - 1).Any(segment => segment!.Kind == SegmentKind.Greedy)
            ? "has {name+} before its last segment"
            : segments.Select(segment => PercentTriplets.ProblemOf(segment!.Text)).FirstOrDefault(said => said is not null);
    }

    /// <summary>A policy names what <c>ANY</c> stands for; nothing else may match, not TRACE, not a WebSocket key.</summary>
    private bool MatchesMethod(ReadOnlySpan<char> method)
    {
        foreach (string mine in _methods)
        {
            if (method.SequenceEqual(mine))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchesPath(ReadOnlySpan<char> path)
    {
        if (Segments.Count == 0)
        {
            return path.IsEmpty;
        }

        for (int i = 0; i < Segments.Count; i++)
        {
            RouteSegment segment = Segments[i];
            if (segment.Kind == SegmentKind.Greedy)
            {
                return !path.IsEmpty;
            }

            int end = path.IndexOf('/');
            ReadOnlySpan<char> called = end < 0 ? path : path[..end];
            bool last = i == Segments.Count - 1;
            if (called.IsEmpty || (segment.Kind == SegmentKind.Literal && !called.SequenceEqual(segment.Text)) || end < 0 != last)
            {
                return false;
            }

            path = path[(end + 1)..];
        }

        return true;
    }
}
