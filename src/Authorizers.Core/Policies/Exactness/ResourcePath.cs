namespace Authorizers.Core.Policies.Exactness;

/// <summary>A method and a glob over its paths, as a resource names them after the stage.</summary>
/// <param name="Method">In capitals, or a pattern of as many characters.</param>
/// <param name="Path">Without its leading slash; null for a WebSocket route key, which has none.</param>
/// <param name="Glob">The segments that the path was written of.</param>
internal sealed record ResourcePath(string Method, string? Path, string?[] Glob)
{
    public bool Equals(ResourcePath? other) => other is not null && (Method, Path) == (other.Method, other.Path);

    public override int GetHashCode() => HashCode.Combine(Method, Path);

    /// <summary>A WebSocket route key has no path, and no slash after it.</summary>
    public override string ToString() => Path is null ? Method : $"{Method}/{Path}";

    /// <summary>Calls of granted routes.</summary>
    public static IEnumerable<ResourcePath> OfGranted(MethodGrants method) =>
        method.Allowed.Select(glob => new ResourcePath(method.Method, method.IsRouteKey ? null : PathShape.Write(glob), glob));

    /// <summary>What the granted globs cover of refused routes and of none, with and without a slash at the end.</summary>
    public static IEnumerable<ResourcePath> OfRefused(MethodGrants method)
    {
        string?[][] slashed = [.. method.RefusedSlashes];
        string?[][] continued = Array.FindAll(slashed, parent => parent is [.., not null]);
        foreach (string?[] glob in method.Refused.Where(glob => !Array.Exists(continued, parent => Continues(glob, parent))))
        {
            yield return new(method.Method, PathShape.Write(glob), glob);
        }

        foreach (string?[] glob in slashed)
        {
            yield return Slashed(method, glob);
        }

        foreach (Respellable path in method.Respellable())
        {
            foreach (string?[] glob in Respelled(method, path))
            {
                if (!path.EndsInSlash)
                {
                    yield return new(method.Method, PathShape.Write(glob), glob);
                }

                if (path.EndsInSlash || glob is [.., not null])
                {
                    yield return Slashed(method, glob);
                }
            }
        }
    }

    /// <summary>Refused from the slash on, or, where that would hit what is granted, with the slash alone.</summary>
    private static ResourcePath Slashed(MethodGrants method, string?[] glob)
    {
        string?[] deeper = [.. glob, null];
        bool goesOn = glob is [.., not null] && method.Hits(deeper) is null;
        return new(method.Method, PathShape.Write(glob) + (goesOn ? "/*" : "/"), goesOn ? deeper : glob);
    }

    private static bool Continues(string?[] glob, string?[] parent) =>
        glob.Length == parent.Length + 1 && glob[^1] is null && glob.AsSpan(0, parent.Length).SequenceEqual(parent);

    /// <summary>The path with reserved characters of its segments encoded.</summary>
    private static IEnumerable<string?[]> Respelled(MethodGrants method, Respellable path)
    {
        if (!method.Effort.TrySpend(Respelling.Count(path.Texts) * Effort.OfSpelling))
        {
            return [];
        }

        IEnumerable<string?[]> rows = [[]];
        for (int index = 0; index < path.Glob.Length; index++)
        {
            string?[] forms = path.Texts[index] is { } text ? [.. Respelling.Spellings(text)] : [path.Glob[index]];
            rows = [.. rows.SelectMany(row => forms.Select(form => (string?[])[.. row, form]))];
        }

        return rows.Where(row => !row.AsSpan().SequenceEqual(path.Glob));
    }
}
