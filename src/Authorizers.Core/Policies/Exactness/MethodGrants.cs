using Authorizers.Core.Decisions;

namespace Authorizers.Core.Policies.Exactness;

/// <summary>
/// What a policy says about one method: the globs to allow, and those to refuse again because the first spill over.
/// </summary>
internal sealed class MethodGrants
{
    private readonly MethodRoutes _routes;
    private readonly List<RouteRule> _granted;
    private readonly List<GrantedGlob> _allowed = [];
    private readonly List<string?[]> _refused = [];
    private readonly List<string?[]> _refusedSlashes = [];
    private readonly List<Overlap> _spilt = [];
    private readonly List<Overlap> _slashSpilt = [];

    /// <param name="routes">All routes of the method.</param>
    /// <param name="isGranted">Whether the principal may call a route.</param>
    public MethodGrants(MethodRoutes routes, Predicate<RouteRule> isGranted)
    {
        _routes = routes;
        _granted = [.. routes.Rules.Where(rule => isGranted(rule))];
        Allow();
        Clash = routes.Rules.Where(rule => !isGranted(rule)).Select(Refuse).FirstOrDefault(clash => clash is not null);
        if (Clash is null)
        {
            RefuseUnnamed();
            Widen(keepsFirst: true);
            Widen(keepsFirst: false);
        }
    }

    /// <summary>Null unless no policy is exact.</summary>
    public PolicyClash? Clash { get; }

    public string Method => _routes.Method;

    /// <summary>When it is spent, none of this is whole.</summary>
    public Effort Effort => _routes.Effort;

    /// <summary>It is a WebSocket route key, which has no paths.</summary>
    public bool IsRouteKey => _routes.Rules.Any(rule => rule.Route.IsRouteKey);

    /// <summary>Each needed: none is covered by another.</summary>
    public IReadOnlyList<string?[]> Allowed => [.. _allowed.Select(allowed => allowed.Glob)];

    /// <summary>None matches a call that a granted route takes.</summary>
    public IReadOnlyList<string?[]> Refused => _refused;

    /// <summary>
    /// To be refused when a slash follows, where none of <see cref="Refused"/> does so: what a granted wildcard goes on over.
    /// </summary>
    public IEnumerable<string?[]> RefusedSlashes =>
        _refusedSlashes.Where(glob => !_refused.Exists(refused => refused is [.., null] && PathShape.Covers(refused, glob)));

    /// <summary>
    /// True when a call spelled with empty or dotted segments could be taken for one that is refused, or for a parameter's value.
    /// </summary>
    public bool IsOpenToOddSlashes => _allowed.Exists(allowed => allowed.Glob.Contains(null))
        && (_granted.Count < _routes.Rules.Count || _granted.Exists(rule => rule.Route.HasParameter));

    /// <summary>
    /// Refused paths with segments that a granted wildcard covers, so that it covers every other spelling of them too, unless
    /// that is refused anyway.
    /// </summary>
    public IEnumerable<Respellable> Respellable()
    {
        foreach (Overlap spilt in _spilt)
        {
            if (!IsRefused(Opened(spilt)))
            {
                yield return Respelled(spilt, endsInSlash: false);
            }
        }

        foreach (Overlap spilt in _slashSpilt)
        {
            string?[] open = Opened(spilt);
            if (!_refused.Exists(refused => refused is [.., null] && PathShape.Covers(refused, open)))
            {
                yield return Respelled(spilt, endsInSlash: true);
            }
        }
    }

    /// <summary>The granted route of which the glob matches a call; null when there is none.</summary>
    public RouteRule? Hits(string?[] glob) => _granted.Find(rule => _routes.Meet(rule, glob).Any());

    private void Allow()
    {
        string?[][] globs = [.. _granted.Select(rule => rule.Route.Glob)];
        for (int mine = 0; mine < globs.Length; mine++)
        {
            bool isCovered = false;
            for (int other = 0; other < globs.Length; other++)
            {
                isCovered |= other != mine && PathShape.Covers(globs[other], globs[mine])
                    && (other < mine || !PathShape.Covers(globs[mine], globs[other]));
            }

            if (!isCovered)
            {
                _allowed.Add(new GrantedGlob(_granted[mine], globs[mine]));
            }
        }
    }

    /// <summary>Refuses what the allowed globs cover of the route; the clash if that cannot be done.</summary>
    private PolicyClash? Refuse(RouteRule rule)
    {
        foreach ((RouteRule outer, string?[] glob) in _allowed)
        {
            foreach (Overlap overlap in _routes.Meet(rule, glob))
            {
                if (!IsRefused(overlap.Shape))
                {
                    if (Hits(overlap.Shape) is { } inner)
                    {
                        return new PolicyClash(outer, rule, inner);
                    }

                    AddRefusal(overlap.Shape);
                }

                _spilt.Add(overlap);
                if (overlap is { Shape: [.., not null], UnderWildcard: [.., true] })
                {
                    AddSlashRefusal(overlap.Shape);
                }
            }

            foreach (Overlap overlap in _routes.MeetSlashed(rule, glob))
            {
                AddSlashRefusal(overlap.Shape);
                _slashSpilt.Add(overlap);
            }
        }

        return null;
    }

    /// <summary>
    /// Refuses calls that lie deeper than a granted route and belong to none, from the first depth on at which nothing granted is
    /// hit.
    /// </summary>
    private void RefuseUnnamed()
    {
        int deepest = _granted.Count == 0 ? 0 : _granted.Max(rule => rule.Route.Segments.Count);
        if (_allowed.Exists(allowed => allowed.Glob.Contains(null)) && !_granted.Exists(rule => rule.Route.IsGreedy))
        {
            AddRefusal(new string?[deepest + 1]);
        }

        foreach (string?[] glob in Allowed)
        {
            for (int index = 0; index < glob.Length; index++)
            {
                for (int added = 1; glob[index] is null && added <= deepest - glob.Length + 1; added++)
                {
                    string?[] deeper = [.. glob[..index], .. new string?[added], .. glob[index..]];
                    if (IsRefused(deeper))
                    {
                        break;
                    }

                    if (Hits(deeper) is null)
                    {
                        AddRefusal(deeper);
                        break;
                    }
                }
            }
        }
    }

    /// <summary>
    /// Says several refusals by one that leaves all segments open but the first, or all, where that hits nothing granted either.
    /// </summary>
    private void Widen(bool keepsFirst)
    {
        string?[] Wide(string?[] glob) => [keepsFirst ? glob[0] : null, .. new string?[glob.Length - 1]];

        foreach (IGrouping<string, string?[]> alike in _refused
            .Where(glob => glob.Length > 1)
            .GroupBy(glob => PathShape.Write(Wide(glob)), StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .ToArray())
        {
            string?[] wide = Wide(alike.First());
            if (Hits(wide) is null)
            {
                AddRefusal(wide);
            }
        }
    }

    private static string?[] Opened(Overlap spilt) =>
        [.. spilt.Shape.Select((text, index) => spilt.UnderWildcard[index] ? null : text)];

    private static Respellable Respelled(Overlap spilt, bool endsInSlash) => new(
        spilt.Shape, [.. spilt.Shape.Select((text, index) => spilt.UnderWildcard[index] ? text : null)], endsInSlash);

    private bool IsRefused(string?[] glob) => _refused.Exists(refused => PathShape.Covers(refused, glob));

    private void AddRefusal(string?[] glob)
    {
        _refused.RemoveAll(refused => PathShape.Covers(glob, refused));
        _refused.Add(glob);
    }

    private void AddSlashRefusal(string?[] glob)
    {
        if (!_refusedSlashes.Exists(refused => PathShape.Covers(refused, glob)))
        {
            _refusedSlashes.RemoveAll(refused => PathShape.Covers(glob, refused));
            _refusedSlashes.Add(glob);
        }
    }
}
