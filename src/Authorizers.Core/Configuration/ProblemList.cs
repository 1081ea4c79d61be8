namespace Authorizers.Core.Configuration;

/// <summary>Collects what is wrong with a configuration, so that all of it is reported together.</summary>
internal sealed class ProblemList
{
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);

    public void Add(string path, string problem) => _problems.Add($"{path}: {problem}");

    /// <exception cref="ConfigurationException">There is at least one.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new ConfigurationException([.. _problems]);
        }
    }
}
