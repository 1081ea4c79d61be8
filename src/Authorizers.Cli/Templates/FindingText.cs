using Authorizers.Templates.Linting;

namespace Authorizers.Cli.Templates;

/// <summary>Findings for people, two lines each; the first is of the shape that editors jump by.</summary>
internal static class FindingText
{
    public static string Write(string file, IEnumerable<Finding> findings) => string.Concat(findings.Select(finding => $"""
        {file}:{finding.Line} {finding.Rule}: {ReadableText.Of(finding.Message)}
            Remedy: {ReadableText.Of(finding.Remedy)}

        """));
}
