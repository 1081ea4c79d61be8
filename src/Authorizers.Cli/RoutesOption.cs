using System.CommandLine;
using Authorizers.Core.Configuration;
using Authorizers.Core.Decisions;

namespace Authorizers.Cli;

/// <summary><c>--routes</c>: what an API key is limited to. Commas stand between routes, and some routes have commas.</summary>
internal static class RoutesOption
{
    public static Option<string[]> Create(string description) =>
        new("--routes") { HelpName = "A,B", Description = $"{description} With commas between them." };

    /// <summary>Each route once.</summary>
    public static string[] Split(IEnumerable<string> texts) =>
        [.. texts.SelectMany(Split).Distinct(StringComparer.Ordinal)];

    /// <summary>What is no route, and none of the configuration where there is one.</summary>
    public static string[] ProblemsOf(IEnumerable<string> routes, AuthorizerConfiguration? configuration) =>
        [.. routes.Select(route => ProblemOf(route, configuration)).OfType<string>().Select(problem => $"--routes: {problem}.")];

    /// <summary>What is one route as it stands, such as <c>GET /map/{z}/1,2</c>, is not taken apart.</summary>
    private static string[] Split(string text) =>
        RoutePattern.TryParse(text, out _, out _) ? [text] : text.Split(',', StringSplitOptions.TrimEntries);

    private static string? ProblemOf(string route, AuthorizerConfiguration? configuration)
    {
        string named = $"\"{ReadableText.Of(route)}\"";
        return !RoutePattern.TryParse(route, out _, out string? problem) ? $"{named} {problem}"
            : configuration?.Routes.Rules.All(rule => rule.Route.ToString() != route) == true
                ? $"{named} is not written so in the routes of the configuration"
            : null;
    }
}
