using Authorizers.Templates.Linting;

namespace Authorizers.Cli.Templates;

/// <summary>The one rule that starts a process: a function that would be deployed as built for development.</summary>
internal static class PortableFeed
{
    /// <summary>By which findings name the rule.</summary>
    public const string Rule = "portable_feed";

    public static async Task<IReadOnlyList<Finding>> FindAsync(IEnumerable<FunctionCode> code, CancellationToken cancel)
    {
        List<Finding> findings = [];
        foreach (IGrouping<string, FunctionCode> project in code.Where(IsNative).GroupBy(function => function.Project!))
        {
            if (await PackageFeed.OfAsync(project.Key, cancel) == PackageFeed.Portable)
            {
                findings.AddRange(project.Select(FindingOf));
            }
        }

        return findings;
    }

    private static bool IsNative(FunctionCode function) =>
        function.Project is not null && function.Runtime?.StartsWith("provided.", StringComparison.Ordinal) == true;

    private static Finding FindingOf(FunctionCode function) => new(
        Rule,
        function.Line,
        function.Function,
        $"{function.Function} is built from the portable feed, which is for development: its .NET has no support any more.",
        "Before you build: cp feeds/nuget.props feed.props");
}
