using System.Diagnostics;
using Authorizers.Core.Tests.Documentation;

namespace Authorizers.EndToEnd.Tests.Deployment;

public sealed class CloudFormationLintTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Sections with resources that name no others.</summary>
    public static TheoryData<string, string> Sections => new()
    {
        { "deployment.md", "REST API" },
        { "deployment.md", "HTTP API" },
        { "deployment.md", "WebSocket API" },
        { "deployment.md", "Rotate keys and peppers" },
        { "api-keys.md", "The table" },
        { "api-keys.md", "Usage plans" },
        { "websocket.md", "The table" },
    };

    [Fact]
    public async Task The_template_has_no_fault_that_cfn_lint_knows() =>
        Assert.Equal("", await FaultsAsync(Repository.PathOf("serverless.template")));

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Resources_of_the_documents_have_none_either(string document, string section)
    {
        string resources = MarkdownDocument.All[document].Section(section).Block("yaml");
        using var file = new TemporaryFile($"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              {resources.Replace("\n", "\n  ", StringComparison.Ordinal)}
            """);

        Assert.Equal("", await FaultsAsync(file.Path));
    }

    /// <summary>Advice apart: the tables of tickets and of examples are not retained, say.</summary>
    private static async Task<string> FaultsAsync(string template)
    {
        Assert.SkipWhen(SearchPath.Find("cfn-lint") is null, "There is no cfn-lint (PyPI) on the PATH.");
        var start = new ProcessStartInfo(SearchPath.Find("cfn-lint")!, ["--non-zero-exit-code", "error", "--template", template]);
        start.Environment["AWS_DEFAULT_REGION"] = "eu-west-1";
        ProgramRun run = await ProgramRun.ToEndAsync(start, Limit);
        Assert.Equal(run.Output.Contains("\nE", StringComparison.Ordinal) || run.Output.StartsWith('E'), run.ExitCode != 0);
        return run.Output + run.Errors;
    }
}
