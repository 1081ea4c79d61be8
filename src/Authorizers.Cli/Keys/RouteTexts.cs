using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;

namespace Authorizers.Cli.Keys;

/// <summary>Routes with commas between them, some of which have commas in them.</summary>
internal static class RouteTexts
{
    /// <summary>What is one route as it stands, such as <c>GET /map/{z}/1,2</c>, is not taken apart.</summary>
    public static string[] Split(string text) =>
        RoutePattern.TryParse(text, out _, out _) ? [text] : text.Split(',', StringSplitOptions.TrimEntries);

    /// <summary>Null when it is a route, and one of the configuration where there is one.</summary>
    public static string? ProblemOf(string route, AuthorizerConfiguration? configuration)
    {
        string named = $"\"{ReadableText.Of(route)}\"";
        return !RoutePattern.TryParse(route, out _, out string? problem) ? $"{named} {problem}"
            : configuration?.Routes.Rules.All(rule => rule.Route.ToString() != route) == true
                ? $"{named} is not written so in the routes of the configuration"
            : null;
    }
}
