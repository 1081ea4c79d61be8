using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Core.Configuration;

/// <summary>The members found in one object. A member that is null counts as absent.</summary>
internal sealed class ConfigurationMembers(string path, ConfigurationScope scope)
{
    private readonly Dictionary<string, ConfigurationNode> _members = new(StringComparer.Ordinal);

    public bool TryAdd(string name, ConfigurationNode node) => _members.TryAdd(name, node);

    public bool TryGet(string name, [NotNullWhen(true)] out ConfigurationNode? node)
    {
        node = _members.GetValueOrDefault(name) is { IsNull: false } found ? found : null;
        return node is not null;
    }

    /// <summary>Reports the problem at the path where the member stands or should stand.</summary>
    public void Problem(string name, string problem) => scope.Problems.Add(JsonPath.Member(path, name), problem);

    public string? Text(string name) => TryGet(name, out ConfigurationNode? node) && node.TryText(out string? text) ? text : null;

    /// <summary>A file's name, from the configuration file's folder; null, and a problem, when no file can have it.</summary>
    public string? Path(string name)
    {
        if (!TryGet(name, out ConfigurationNode? node) || !node.TryText(out string? file))
        {
            return null;
        }

        if (!file.Contains('\0'))
        {
            return node.Resolve(file);
        }

        node.Problem("is no name of a file: it holds a NUL");
        return null;
    }

    public string? RequiredText(string name)
    {
        if (!TryGet(name, out ConfigurationNode? node))
        {
            Problem(name, "is missing");
            return null;
        }

        return node.TryText(out string? text) ? text : null;
    }

    public IReadOnlyList<string> Texts(string name) => TryGet(name, out ConfigurationNode? node) ? node.Texts() : [];

    /// <summary>
    /// The list if there is one; an empty one is a problem, since it would read as "none" to one and as "any" to another.
    /// </summary>
    /// <param name="name">The member.</param>
    /// <param name="emptyProblem">What to say of an empty list.</param>
    public IReadOnlyList<string> TextsNotEmpty(string name, string emptyProblem)
    {
        if (TryGet(name, out ConfigurationNode? node) && node.IsEmptyArray)
        {
            node.Problem(emptyProblem);
        }

        return Texts(name);
    }

    public bool Flag(string name) => TryGet(name, out ConfigurationNode? node) && node.Flag();
}
