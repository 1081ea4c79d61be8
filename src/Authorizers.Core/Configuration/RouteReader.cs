using Authorizers.Core.Decisions;

namespace Authorizers.Core.Configuration;

/// <summary>Reads <c>routes</c>.</summary>
internal static class RouteReader
{
    private const int MaxRoutes = 500;
    private const string EmptyRequirement = "must name at least one value; leave it out to ask for none";

    private static readonly string[] OfPrincipals = ["scopes", "groups", "claims"];

    public static RouteTable ReadAll(ConfigurationMembers root)
    {
        if (!root.TryGet("routes", out ConfigurationNode? node))
        {
            root.Problem("routes", "is missing; nothing is allowed that no route names");
            return new RouteTable([]);
        }

        List<RouteRule> rules = [];
        HashSet<string> shapes = new(StringComparer.Ordinal);
        foreach (ConfigurationNode item in node.Items())
        {
            if (Read(item) is { } rule)
            {
                rules.Add(rule);
                if (!shapes.Add(rule.Route.Shape))
                {
                    item.Problem("has a route that matches the same calls as an earlier one");
                }
            }
        }

        if (rules.Count > MaxRoutes)
        {
            node.Problem("must name at most 500 routes");
        }

        if (node.IsEmptyArray)
        {
            node.Problem("must name at least one route");
        }

        return new RouteTable(rules);
    }

    private static RouteRule? Read(ConfigurationNode node)
    {
        ConfigurationMembers members = node.Members("route", "anyone", "scopes", "groups", "claims", "when");
        bool anyone = members.Flag("anyone");
        IReadOnlyList<string> scopes = members.TextsNotEmpty("scopes", EmptyRequirement);
        IReadOnlyList<string> groups = members.TextsNotEmpty("groups", EmptyRequirement);
        IReadOnlyList<ClaimRequirement> claims = ClaimRequirementReader.Read(members);
        IReadOnlyList<RequestCondition> when = WhenReader.Read(members);
        if (anyone && Array.Exists(OfPrincipals, name => members.TryGet(name, out _)))
        {
            members.Problem("anyone", "excludes scopes, groups and claims");
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

        return new RouteRule(route, anyone, scopes, groups) { Claims = claims, When = when };
    }
}
