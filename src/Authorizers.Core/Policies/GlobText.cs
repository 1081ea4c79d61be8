namespace Authorizers.Core.Policies;

/// <summary>
/// Patterns over <c>METHOD/path</c>. Beside IAM's <c>*</c> (any run, slashes too) and <c>?</c> (any one character) there are
/// two more
/// that IAM lacks and routes need: one character that is no slash, and any run of such.
/// </summary>
internal static class GlobText
{
    public const char AnyRun = '*';
    public const char AnyOne = '?';
    public const char SegmentRun = '\u0001';
    public const char SegmentOne = '\u0002';

    /// <summary>True when some text matches both patterns.</summary>
    public static bool Overlap(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int same = left.CommonPrefixLength(right);
        int pattern = left[..same].IndexOfAny([AnyRun, AnyOne, SegmentRun, SegmentOne]);
        int skipped = pattern < 0 ? same : pattern;
        left = left[skipped..];
        right = right[skipped..];
        if (!left.IsEmpty && !right.IsEmpty && IsLiteral(left[0]) && IsLiteral(right[0]))
        {
            return false;
        }

        // reached[i, j]: some text is matched by left[..i] and by right[..j] alike.
        bool[,] reached = new bool[left.Length + 1, right.Length + 1];
        reached[0, 0] = true;
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                if (reached[i, j])
                {
                    Advance(reached, left, right, i, j);
                }
            }
        }

        return reached[left.Length, right.Length];
    }

    private static void Advance(bool[,] reached, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int i, int j)
    {
        bool leftRuns = i < left.Length && IsRun(left[i]);
        bool rightRuns = j < right.Length && IsRun(right[j]);
        if (leftRuns)
        {
            reached[i + 1, j] = true;
        }

        if (rightRuns)
        {
            reached[i, j + 1] = true;
        }

        if (i < left.Length && j < right.Length && ShareCharacter(left[i], right[j]))
        {
            reached[leftRuns ? i : i + 1, rightRuns ? j : j + 1] = true;
        }
    }

    private static bool ShareCharacter(char left, char right) =>
        IsLiteral(left) ? Accepts(right, left) : IsLiteral(right) ? Accepts(left, right) : true;

    private static bool Accepts(char pattern, char literal) => pattern switch
    {
        AnyRun or AnyOne => true,
        SegmentRun or SegmentOne => literal != '/',
        _ => pattern == literal,
    };

    private static bool IsLiteral(char pattern) => pattern is not (AnyRun or AnyOne or SegmentRun or SegmentOne);

    private static bool IsRun(char pattern) => pattern is AnyRun or SegmentRun;
}
