using System.Buffers;

namespace Authorizers.Core.Decisions;

/// <summary>
/// Routes as APIs name them: a method and a path template, or a word, as WebSocket APIs have it. Three words of API Gateway's own
/// begin with a dollar sign.
/// </summary>
internal static class RouteKeyText
{
    /// <summary>The route of a WebSocket or HTTP API for what no other route takes.</summary>
    public const string Default = "$default";

    private static readonly string[] Predefined = ["$connect", "$disconnect", Default];

    /// <summary>They would be taken for a route whose path was forgotten, or for a predefined key.</summary>
    private static readonly string[] NeverRouted = ["CONNECT", "TRACE"];

    private static readonly SearchValues<char> OwnLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    /// <summary>True for a word that can be one; the methods that APIs route are for the caller to exclude.</summary>
    public static bool IsRouteKey(string text) => Predefined.Contains(text)
        || (text.Length > 0 && !text.AsSpan().ContainsAnyExcept(OwnLetters) && !NeverRouted.Contains(text));

    /// <summary>True when the template has these segments; the names in braces may differ.</summary>
    public static bool IsPathOf(ReadOnlySpan<char> template, IReadOnlyList<RouteSegment> segments)
    {
        if (template is not ['/', .. var rest])
        {
            return false;
        }

        for (int i = 0; i < segments.Count; i++)
        {
            int end = rest.IndexOf('/');
            bool isLast = i == segments.Count - 1;
            if (end < 0 != isLast || !IsLike(end < 0 ? rest : rest[..end], segments[i]))
            {
                return false;
            }

            rest = rest[(end + 1)..];
        }

        return segments.Count > 0 || rest.IsEmpty;
    }

    private static bool IsLike(ReadOnlySpan<char> written, RouteSegment segment) => written switch
    {
        ['{', .., '+', '}'] => segment.Kind == SegmentKind.Greedy,
        ['{', .., '}'] => segment.Kind == SegmentKind.Parameter,
        _ => segment.Kind == SegmentKind.Literal && written.SequenceEqual(segment.Text),
    };
}
