using System.Buffers;

namespace Authorizers.Core.Decisions;

/// <summary>
/// A route without a path: a word, as WebSocket APIs have it. Three words of API Gateway's own begin with a dollar sign.
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
}
