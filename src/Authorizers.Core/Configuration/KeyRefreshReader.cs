namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>keyRefresh</c>.</summary>
internal static class KeyRefreshReader
{
    private static readonly KeyRefresh Default = new();
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The default for each figure that is not given.</summary>
    public static KeyRefresh Read(ConfigurationMembers issuer)
    {
        if (!issuer.TryGet("keyRefresh", out ConfigurationNode? node))
        {
            return Default;
        }

        bool fetches = issuer.TryGet("jwksUri", out _) || issuer.TryGet("discovery", out _) || !issuer.TryGet("jwksFile", out _);
        if (!fetches)
        {
            node.Problem("has no effect: with jwksFile alone no keys are fetched");
        }

        ConfigurationMembers members = node.Members(
            "refreshAfter", "staleLimit", "fetchTimeout", "backOff", "backOffLimit", "unknownKeyBurst", "unknownKeyRefill",
            "unknownKeyInterval", "unknownKeyMemory", "unknownKeyCount");
        KeyRefresh figures = new()
        {
            RefreshAfter = Duration(members, "refreshAfter", Default.RefreshAfter, Second, TimeSpan.FromDays(1)),
            StaleLimit = Duration(members, "staleLimit", Default.StaleLimit, Second, TimeSpan.FromDays(7)),
            FetchTimeout = Duration(members, "fetchTimeout", Default.FetchTimeout, Second, TimeSpan.FromSeconds(10)),
            BackOff = Duration(members, "backOff", Default.BackOff, Second, Hour),
            BackOffLimit = Duration(members, "backOffLimit", Default.BackOffLimit, Second, Hour),
            UnknownKeyBurst = Count(members, "unknownKeyBurst", Default.UnknownKeyBurst, 100),
            UnknownKeyRefill = Duration(members, "unknownKeyRefill", Default.UnknownKeyRefill, Second, Hour),
            UnknownKeyInterval = Duration(members, "unknownKeyInterval", Default.UnknownKeyInterval, TimeSpan.Zero, Hour),
            UnknownKeyMemory = Duration(members, "unknownKeyMemory", Default.UnknownKeyMemory, TimeSpan.Zero, Hour),
            UnknownKeyCount = Count(members, "unknownKeyCount", Default.UnknownKeyCount, 10_000),
        };
        NotLess(members, "staleLimit", figures.StaleLimit, "refreshAfter", figures.RefreshAfter);
        NotLess(members, "backOffLimit", figures.BackOffLimit, "backOff", figures.BackOff);
        NotLess(members, "unknownKeyRefill", figures.UnknownKeyRefill, "unknownKeyInterval", figures.UnknownKeyInterval);
        return figures;
    }

    private static TimeSpan Duration(ConfigurationMembers members, string name, TimeSpan normal, TimeSpan min, TimeSpan max) =>
        members.TryGet(name, out ConfigurationNode? node) && node.TryDuration(min, max, out TimeSpan duration) ? duration : normal;

    private static int Count(ConfigurationMembers members, string name, int normal, int max) =>
        members.TryGet(name, out ConfigurationNode? node) && node.TryCount(1, max, out int count) ? count : normal;

    /// <summary>One of the two may be a default, which must not surprise whoever set the other.</summary>
    private static void NotLess(ConfigurationMembers members, string name, TimeSpan figure, string other, TimeSpan least)
    {
        if (figure < least)
        {
            members.Problem(name, $"must not be less than {other}; where one is absent its default counts");
        }
    }
}
