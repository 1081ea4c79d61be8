using System.Text.RegularExpressions;
using Authorizers.Core.Decisions;

namespace Authorizers.Core.Tests.Policies;

/// <summary>
/// API Gateway's choice of a route, made with regular expressions of the routes' text and sharing nothing with the code under
/// test. From the left, text is preferred to a parameter and a parameter to a greedy one; after that, a method to ANY.
/// </summary>
internal sealed class Router
{
    private const char Literal = '1';
    private const char Parameter = '2';
    private const char Greedy = '3';

    private readonly (RouteRule Rule, Regex Calls)[] _routes;

    public Router(IEnumerable<RouteRule> rules) => _routes =
    [
        .. rules.OrderBy(rule => Preference(rule.Route.ToString()), StringComparer.Ordinal)
            .Select(rule => (rule, Calls(rule.Route.ToString()))),
    ];

    /// <summary>The rule for <c>METHOD/path</c>; null when no route is for it.</summary>
    public RouteRule? Find(string call) => _routes.FirstOrDefault(route => route.Calls.IsMatch(call)).Rule;

    private static Regex Calls(string route)
    {
        string[] words = route.Split(' ');
        string method = words[0] == "ANY" ? "(DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)" : words[0];
        IEnumerable<string> segments = words[1][1..].Split('/').Select(segment => Kind(segment) switch
        {
            Greedy => ".+",
            Parameter => "[^/]+",
            _ => Regex.Escape(segment),
        });
        return new Regex($@"\A{method}/{string.Join('/', segments)}\z", RegexOptions.Singleline, Regex.InfiniteMatchTimeout);
    }

    private static string Preference(string route)
    {
        string[] words = route.Split(' ');
        return string.Concat(words[1][1..].Split('/').Select(Kind)) + (words[0] == "ANY" ? 'b' : 'a');
    }

    private static char Kind(string segment) =>
        segment.EndsWith("+}", StringComparison.Ordinal) ? Greedy : segment.StartsWith('{') ? Parameter : Literal;
}
