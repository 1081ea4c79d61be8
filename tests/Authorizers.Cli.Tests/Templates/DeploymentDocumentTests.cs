using Authorizers.Cli.Templates;
using Authorizers.Core.Tests.Documentation;
using Authorizers.Templates;
using Authorizers.Templates.Linting;
using Authorizers.Templates.Values;

namespace Authorizers.Cli.Tests.Templates;

/// <summary>What docs/deployment.md and the outputs of the template tell people to type.</summary>
public sealed class DeploymentDocumentTests
{
    private const string Command = "dotnet run --project src/Authorizers.Cli -- ";

    private static readonly MarkdownDocument Document = MarkdownDocument.All["deployment.md"];

    public static TheoryData<string> Sections => ["REST API", "HTTP API", "WebSocket API", "Rotate keys and peppers"];

    [Fact]
    public async Task The_template_is_examined_and_only_the_feed_is_wrong_with_it_if_that_is_the_portable_one()
    {
        CommandRun run = await CommandRun.OfAsync([.. Words("template lint"), RepositoryFiles.PathOf("serverless.template")]);

        string[] findings = [.. run.Data.Split('\n').Where(line => line.Contains("serverless.template:", StringComparison.Ordinal))];
        Assert.All(findings, finding => Assert.Contains($" {PortableFeed.Rule}: ", finding, StringComparison.Ordinal));
        Assert.Equal(findings.Length > 0 ? ExitCode.Failed : ExitCode.Done, run.ExitCode);
    }

    [Fact]
    public async Task An_event_of_this_repository_is_explained()
    {
        CommandRun run = await CommandRun.OfAsync([.. Words("explain").Select(
            word => word.Contains('/') ? RepositoryFiles.PathOf(word) : word)]);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("token_expired", run.Data, StringComparison.Ordinal);
    }

    /// <summary>Each with the configuration that ships, which is found from the root.</summary>
    [Theory]
    [MemberData(nameof(Sections))]
    public void Nothing_is_wrong_with_the_resources_of_the_document(string section)
    {
        string resources = Document.Section(section).Block("yaml");
        var template = TemplateFile.Parse($"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              {resources.Replace("\n", "\n  ", StringComparison.Ordinal)}
            """);

        LintReport report = TemplateLint.Examine(template, RepositoryFiles.PathOf("."), new Dictionary<string, string>());

        Assert.Empty(report.Findings.Select(finding => $"{finding}"));
    }

    [Theory]
    [InlineData("NewKey", "keys create")]
    [InlineData("NewTicket", "ticket issue")]
    public async Task An_output_has_options_that_its_verb_takes(string output, string verb)
    {
        CommandRun help = await CommandRun.OfAsync([.. verb.Split(' '), "--help"]);
        string[] words = Output(output).Split(' ');

        Assert.Equal(["authorizers", .. verb.Split(' ')], words[..3]);
        Assert.All(
            words.TakeWhile(word => !word.StartsWith("$(", StringComparison.Ordinal)).Where(word => word.StartsWith("--", StringComparison.Ordinal)),
            option => Assert.Contains($"  {option} ", help.Data, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Token", "https://${RestApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live/orders/42")]
    [InlineData("Http", "https://${HttpApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/orders")]
    [InlineData("WebSocket", "wss://${WebSocketApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live?ticket=$TICKET")]
    public void An_output_calls_what_is_deployed(string output, string address) =>
        Assert.Contains(address, Output(output), StringComparison.Ordinal);

    private static IEnumerable<string> Words(string verb) => Document.Blocks("sh").SelectMany(block => block.Split('\n'))
        .Single(line => line.StartsWith(Command + verb, StringComparison.Ordinal))[Command.Length..].Split(' ');

    private static string Output(string name)
    {
        ResolvedTemplate template = TemplateFile.Read(RepositoryFiles.PathOf("serverless.template")).Resolve(new TemplateValuation());
        TemplateOutput output = template.Outputs.Single(output => output.Name == name);
        return ((TemplateText)output.Value).Text;
    }
}
