using Authorizers.Core.Decisions;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>routes</c>.</summary>
internal static class RouteReader
{
    public static RouteTable ReadAll(ConfigurationMembers root)
    {
        if (!root.TryGet("routes", out ConfigurationNode? node))
        {
            root.Problem("routes", "is missing; nothing is allowed that no route names");
            return new RouteTable([]);
        }

        List<RouteRule> rules = [];
        HashSet<string> shapes = new(StringComparer.Ordinal);
        bool empty = true;
        foreach (ConfigurationNode item in node.Items())
        {
            empty = false;
            if (Read(item) is { } rule)
            {
                rules.Add(rule);
                if (!shapes.Add(rule.Route.Shape))
                {
                    item.Problem("has a route that matches the same calls as an earlier one");
                }
            }
        }

        if (empty)
        {
            node.Problem("must name at least one route");
        }

        return new RouteTable(rules);
    }

    private static RouteRule? Read(ConfigurationNode node)
    {
        ConfigurationMembers members = node.Members("route", "anyone", "scopes", "groups");
        bool anyone = members.Flag("anyone");
        IReadOnlyList<string> scopes = Requirement(members, "scopes");
        IReadOnlyList<string> groups = Requirement(members, "groups");
        if (anyone && (members.TryGet("scopes", out _) || members.TryGet("groups", out _)))
        {
            members.Problem("anyone", "excludes scopes and groups");
        }

        if (members.RequiredText("route") is not { } text)
        {
            return null;
        }

        if (!RoutePattern.TryParse(text, out RoutePattern? route, out string? problem))
        {
            members.Problem("route", problem);
            return null;
        }

        return new RouteRule(route, anyone, scopes, groups);
    }

    /// <summary>An empty list would read as "nobody" to one and as "everybody" to another.</summary>
    private static IReadOnlyList<string> Requirement(ConfigurationMembers members, string name)
    {
        IReadOnlyList<string> values = members.Texts(name);
        if (members.TryGet(name, out _) && values.Count == 0)
        {
            members.Problem(name, "must name at least one value; leave it out to ask for none");
        }

        return values;
    }
}
