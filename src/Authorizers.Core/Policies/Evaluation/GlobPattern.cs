namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// A text with IAM's wildcards. All ways through it are followed at once, so the time is bounded by the product of both lengths,
/// whatever the pattern.
/// </summary>
internal sealed class GlobPattern
{
    /// <summary>A <c>*</c>: any run of characters, also none.</summary>
    public const int AnyRun = -1;

    /// <summary>A <c>?</c>: exactly one character.</summary>
    public const int AnyOne = -2;

    /// <summary>A <c>*</c> that stays within a field of an ARN.</summary>
    public const int FieldRun = -3;

    /// <summary>A <c>?</c> that stays within a field of an ARN.</summary>
    public const int FieldOne = -4;

    private const int ShortPattern = 512;

    private readonly string _start;
    private readonly int[] _rest;
    private readonly bool _ignoresCase;

    /// <param name="symbols">Characters, and the wildcards above.</param>
    /// <param name="ignoresCase">Letters are the same in either case.</param>
    public GlobPattern(IReadOnlyList<int> symbols, bool ignoresCase = false)
    {
        _ignoresCase = ignoresCase;
        _start = string.Concat(symbols.TakeWhile(symbol => symbol >= 0).Select(symbol => Folded((char)symbol)));
        _rest = [.. symbols.Skip(_start.Length).Select(symbol => symbol < 0 ? symbol : Folded((char)symbol))];
    }

    /// <param name="text">What the pattern is held against.</param>
    /// <param name="boundaries">How many colons of the text, from the left, part the fields of an ARN.</param>
    public bool Matches(ReadOnlySpan<char> text, int boundaries = 0)
    {
        if (text.Length < _start.Length || !Starts(text))
        {
            return false;
        }

        int passed = text[.._start.Length].Count(':');
        return MatchesRest(text[_start.Length..], Math.Max(0, boundaries - passed));
    }

    private bool Starts(ReadOnlySpan<char> text)
    {
        for (int index = 0; index < _start.Length; index++)
        {
            if (Folded(text[index]) != _start[index])
            {
                return false;
            }
        }

        return true;
    }

    private bool MatchesRest(ReadOnlySpan<char> text, int boundaries)
    {
        // reached[i]: what was read of the text is matched by the first i symbols. Below the lowest nothing is of use.
        Span<bool> reached = _rest.Length < ShortPattern ? stackalloc bool[_rest.Length + 1] : new bool[_rest.Length + 1];
        reached.Clear();
        reached[0] = true;
        int lowest = SkipRuns(reached, 0);
        foreach (char letter in text)
        {
            bool isBoundary = letter == ':' && boundaries-- > 0;
            if (!Advance(reached, lowest, Folded(letter), isBoundary))
            {
                return false;
            }

            lowest = SkipRuns(reached, lowest);
        }

        return reached[_rest.Length];
    }

    private bool Advance(Span<bool> reached, int lowest, char letter, bool isBoundary)
    {
        bool isAlive = false;
        for (int index = _rest.Length; index >= lowest; index--)
        {
            bool stays = index < _rest.Length && reached[index] && IsRun(_rest[index]) && Takes(_rest[index], letter, isBoundary);
            bool arrives = index > lowest && reached[index - 1] && !IsRun(_rest[index - 1])
                && Takes(_rest[index - 1], letter, isBoundary);
            reached[index] = stays || arrives;
            isAlive |= reached[index];
        }

        return isAlive;
    }

    /// <summary>A run may be empty. One that takes everything makes all ways that end before it superfluous.</summary>
    private int SkipRuns(Span<bool> reached, int lowest)
    {
        for (int index = lowest; index < _rest.Length; index++)
        {
            if (reached[index] && IsRun(_rest[index]))
            {
                reached[index + 1] = true;
                lowest = _rest[index] == AnyRun ? index : lowest;
            }
        }

        return lowest;
    }

    private static bool IsRun(int symbol) => symbol is AnyRun or FieldRun;

    private static bool Takes(int symbol, char letter, bool isBoundary) => symbol switch
    {
        AnyRun or AnyOne => true,
        FieldRun or FieldOne => !isBoundary,
        _ => symbol == letter,
    };

    private char Folded(char letter) => _ignoresCase ? char.ToUpperInvariant(letter) : letter;
}
