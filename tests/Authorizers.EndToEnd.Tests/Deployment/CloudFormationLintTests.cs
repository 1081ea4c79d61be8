using System.Diagnostics;

namespace Authorizers.EndToEnd.Tests.Deployment;

public sealed class CloudFormationLintTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_template_has_no_fault_that_cfn_lint_knows()
    {
        Assert.SkipWhen(SearchPath.Find("cfn-lint") is null, "There is no cfn-lint (PyPI) on the PATH.");
        var start = new ProcessStartInfo(SearchPath.Find("cfn-lint")!, ["--template", Repository.PathOf("serverless.template")]);
        start.Environment["AWS_DEFAULT_REGION"] = "eu-west-1";

        ProgramRun run = await ProgramRun.ToEndAsync(start, Limit);

        Assert.Equal("", run.Output + run.Errors);
        Assert.Equal(0, run.ExitCode);
    }
}
