using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>Lays a glob over a route's paths in every way in which it fits.</summary>
/// <param name="route">What is greedy of it is as long as it takes.</param>
/// <param name="glob">Its wildcards take one segment or more.</param>
/// <param name="deepest">
/// How many segments some route distinguishes. Behind them it does not matter how much a wildcard takes: one segment stands for more.
/// </param>
internal sealed class Overlaps(RoutePattern route, string?[] glob, int deepest)
{
    private readonly string?[] _route = PathShape.GlobOf(route);
    private readonly List<string?> _shape = [];
    private readonly List<bool> _underWildcard = [];

    /// <summary>In no order; none when no path is common to both.</summary>
    public IEnumerable<Overlap> All() => Lay(0);

    private IEnumerable<Overlap> Lay(int part)
    {
        if (part == glob.Length)
        {
            return route.IsGreedy ? _shape.Count >= _route.Length ? [Current()] : []
                : _shape.Count == _route.Length ? [Current()] : [];
        }

        return glob[part] is { } text ? LayText(part, text) : LayWildcard(part);
    }

    private IEnumerable<Overlap> LayText(int part, string text)
    {
        if (!TryTake(out string? own) || (own is not null && own != text))
        {
            yield break;
        }

        Push(text, underWildcard: false);
        foreach (Overlap overlap in Lay(part + 1))
        {
            yield return overlap;
        }

        Pop(1);
    }

    private IEnumerable<Overlap> LayWildcard(int part)
    {
        int most = route.IsGreedy ? Math.Max(1, deepest + 1 - _shape.Count) : _route.Length - _shape.Count - (glob.Length - part - 1);
        int taken = 0;
        while (taken < most && TryTake(out string? own))
        {
            taken++;
            Push(own, underWildcard: true);
            foreach (Overlap overlap in Lay(part + 1))
            {
                yield return overlap;
            }
        }

        Pop(taken);
    }

    /// <summary>The route's next segment, null when it is open; false when there is none.</summary>
    private bool TryTake(out string? own)
    {
        own = _shape.Count < _route.Length ? _route[_shape.Count] : null;
        return _shape.Count < _route.Length || route.IsGreedy;
    }

    private void Push(string? segment, bool underWildcard)
    {
        _shape.Add(segment);
        _underWildcard.Add(underWildcard);
    }

    private void Pop(int count)
    {
        _shape.RemoveRange(_shape.Count - count, count);
        _underWildcard.RemoveRange(_underWildcard.Count - count, count);
    }

    private Overlap Current() => new([.. _shape], [.. _underWildcard]);
}
