using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>Lays a glob over a route's paths in every way in which it fits.</summary>
/// <param name="route">What is greedy of it is as long as it takes.</param>
/// <param name="glob">Its wildcards take one segment or more.</param>
/// <param name="deepest">
/// How many segments some route distinguishes. Behind them it does not matter how much a wildcard takes: one segment stands for
/// more.
/// </param>
/// <param name="effort">When it is spent, what was found is not all.</param>
internal sealed class Overlaps(RoutePattern route, string?[] glob, int deepest, Effort effort)
{
    private readonly string?[] _route = route.Glob;

    /// <summary>In no order, each once; none when no path is common to both.</summary>
    public IEnumerable<Overlap> All()
    {
        if (!PathShape.BeginAlike(route, glob))
        {
            return [];
        }

        List<Row> rows = [new Row([], [])];
        for (int part = 0; part < glob.Length && rows.Count > 0; part++)
        {
            rows = [.. rows.SelectMany(row => Lay(row, part)).Distinct()];
        }

        return rows.Where(row => route.IsGreedy ? row.Shape.Length >= _route.Length : row.Shape.Length == _route.Length)
            .Select(row => new Overlap(row.Shape, row.UnderWildcard));
    }

    private IEnumerable<Row> Lay(Row row, int part)
    {
        int most = glob[part] is not null ? 1
            : route.IsGreedy ? Math.Max(1, deepest + 1 - row.Shape.Length)
            : _route.Length - row.Shape.Length - (glob.Length - part - 1);
        for (int taken = 1; taken <= most && TryTake(row, out string? own) && effort.TrySpend(1 + row.Shape.Length); taken++)
        {
            if (glob[part] is { } text && own is not null && own != text)
            {
                break;
            }

            row = new Row([.. row.Shape, glob[part] ?? own], [.. row.UnderWildcard, glob[part] is null]);
            yield return row;
        }
    }

    /// <summary>The route's next segment, null when it is open; false when there is none.</summary>
    private bool TryTake(Row row, out string? own)
    {
        own = row.Shape.Length < _route.Length ? _route[row.Shape.Length] : null;
        return row.Shape.Length < _route.Length || route.IsGreedy;
    }

    /// <summary>What has been laid; two that are alike go on alike.</summary>
    private sealed record Row(string?[] Shape, bool[] UnderWildcard)
    {
        public bool Equals(Row? other) => other is not null
            && Shape.AsSpan().SequenceEqual(other.Shape) && UnderWildcard.AsSpan().SequenceEqual(other.UnderWildcard);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            for (int index = 0; index < Shape.Length; index++)
            {
                hash.Add(HashCode.Combine(Shape[index], UnderWildcard[index]));
            }

            return hash.ToHashCode();
        }
    }
}
