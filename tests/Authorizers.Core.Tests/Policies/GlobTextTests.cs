using System.Collections;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Tests.Policies;

public sealed class GlobTextTests
{
    private static readonly char[] Symbols =
        ['a', 'b', '/', GlobText.AnyRun, GlobText.AnyOne, GlobText.SegmentRun, GlobText.SegmentOne];

    /// <summary>Two patterns of three symbols that share a text share one of six letters at most.</summary>
    private static readonly string[] Texts = [.. Words(['a', 'b', '/'], 6)];

    /// <summary>Every pattern of up to three symbols, and which of the texts it matches.</summary>
    private static readonly (string Pattern, BitArray Matches)[] Patterns =
        [.. Words(Symbols, 3).Select(pattern => (pattern, new BitArray([.. Texts.Select(text => Matches(pattern, text))])))];

    [Fact]
    public void Two_patterns_overlap_exactly_when_some_text_matches_both()
    {
        foreach ((string left, BitArray leftMatches) in Patterns)
        {
            foreach ((string right, BitArray rightMatches) in Patterns)
            {
                bool share = new BitArray(leftMatches).And(rightMatches).HasAnySet();
                Assert.True(share == GlobText.Overlap(left, right), $"{Readable(left)} and {Readable(right)}: {share}");
            }
        }
    }

    [Theory]
    [InlineData("GET/orders/?*", "GET/orders/42", true)]
    [InlineData("GET/orders/?*", "GET/orders/", false)]
    [InlineData("GET/orders/?*", "GET/orders/42/items", true)]
    [InlineData("GET/orders/\u0002\u0001", "GET/orders/*/*", false)]
    [InlineData("GET/\u0002\u0001/items", "GET/orders/?*", true)]
    [InlineData("GET/\u0002\u0001/items", "GET/orders/?*s", true)]
    [InlineData("GET/\u0002\u0001/items", "POST/*", false)]
    [InlineData("GET/*/a/*", "GET/a/*", true)]
    [InlineData("", "", true)]
    [InlineData("", "*", true)]
    [InlineData("", "?", false)]
    [InlineData("**a**", "*b*a", true)]
    public void Routes_overlap_as_their_calls_do(string left, string right, bool overlap)
    {
        Assert.Equal(overlap, GlobText.Overlap(left, right));
        Assert.Equal(overlap, GlobText.Overlap(right, left));
    }

    private static IEnumerable<string> Words(char[] letters, int longest)
    {
        List<string> words = [""];
        for (int length = 0; length <= longest; length++)
        {
            foreach (string word in words)
            {
                yield return word;
            }

            words = [.. words.SelectMany(word => letters, (word, letter) => word + letter)];
        }
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IsEmpty)
        {
            return text.IsEmpty;
        }

        bool taken = !text.IsEmpty && pattern[0] switch
        {
            GlobText.AnyRun or GlobText.AnyOne => true,
            GlobText.SegmentRun or GlobText.SegmentOne => text[0] != '/',
            char letter => letter == text[0],
        };
        return pattern[0] is GlobText.AnyRun or GlobText.SegmentRun
            ? Matches(pattern[1..], text) || (taken && Matches(pattern, text[1..]))
            : taken && Matches(pattern[1..], text[1..]);
    }

    private static string Readable(string pattern) =>
        $"\"{pattern.Replace(GlobText.SegmentRun, '+').Replace(GlobText.SegmentOne, '.')}\"";
}
