namespace Authorizers.Cli.Tables;

/// <summary>
/// Something that is made of the command line's values one by one, and all that is wrong with them. What reads it in the end
/// judges each value, so that nothing is written that a function could not read.
/// </summary>
/// <param name="blank">Good, and of no use.</param>
/// <param name="isGood">The judge.</param>
internal sealed class Draft<T>(T blank, Predicate<T> isGood)
{
    private readonly List<string> _problems = [];

    /// <summary>With all values that were good.</summary>
    public T Value { get; private set; } = blank;

    /// <summary>Each names its option.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Takes a value, or the problem with it.</summary>
    /// <returns>False for a problem.</returns>
    public bool Put(string problem, Func<T, T> change)
    {
        T changed = change(Value);
        bool isTaken = isGood(changed);
        if (isTaken)
        {
            Value = changed;
        }
        else
        {
            _problems.Add(problem);
        }

        return isTaken;
    }

    public void Refuse(string problem) => _problems.Add(problem);
}
