namespace Authorizers.Core.Configuration;

/// <summary>Collects what is wrong with a configuration, so that all of it is reported together.</summary>
internal sealed class ProblemList
{
    private readonly SortedSet<(string Path, string Problem)> _problems =
        new(Comparer<(string Path, string Problem)>.Create(Compare));

    public int Count => _problems.Count;

    public void Add(string path, string problem) => _problems.Add((path, problem));

    /// <exception cref="ConfigurationException">There is at least one.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new ConfigurationException([.. _problems.Select(found => $"{found.Path}: {found.Problem}")]);
        }
    }

    /// <summary>By path alone first: the colon after it would put an object's own problem behind those of its members.</summary>
    private static int Compare((string Path, string Problem) left, (string Path, string Problem) right) =>
        string.CompareOrdinal(left.Path, right.Path) is not 0 and var byPath
            ? byPath
            : string.CompareOrdinal(left.Problem, right.Problem);
}
