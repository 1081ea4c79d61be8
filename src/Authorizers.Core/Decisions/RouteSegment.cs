using System.Buffers;

namespace Authorizers.Core.Decisions;

/// <summary>One segment of a route: text, <c>{name}</c> or <c>{name+}</c>.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Text">As written.</param>
internal sealed record RouteSegment(SegmentKind Kind, string Text)
{
    /// <summary>
    /// What RFC 3986 allows in a segment, less <c>*</c>, <c>?</c> and <c>$</c>, which would mean something in a policy.
    /// </summary>
    private static readonly SearchValues<char> LiteralLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!&'()+,;=:@%");

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:");

    /// <summary>Null when the text is no segment.</summary>
    public static RouteSegment? Parse(string text)
    {
        if (text is ['{', .. var inner, '}'])
        {
            SegmentKind kind = inner.EndsWith('+') ? SegmentKind.Greedy : SegmentKind.Parameter;
            ReadOnlySpan<char> name = inner.AsSpan().TrimEnd('+');
            return !name.IsEmpty && inner.Length - name.Length <= 1 && !name.ContainsAnyExcept(NameLetters)
                ? new RouteSegment(kind, text)
                : null;
        }

        return text.Length > 0 && !text.AsSpan().ContainsAnyExcept(LiteralLetters) ? new RouteSegment(SegmentKind.Literal, text) : null;
    }
}
