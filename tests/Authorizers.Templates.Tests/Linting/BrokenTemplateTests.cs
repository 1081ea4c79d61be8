using Authorizers.Core.Tests.Documentation;
using Authorizers.Templates.Linting;

namespace Authorizers.Templates.Tests.Linting;

/// <summary>One template for each rule, with nothing else wrong.</summary>
public sealed class BrokenTemplateTests
{
    private static readonly Dictionary<string, string> NoParameters = [];

    public static TheoryData<string> Sound => [.. FilesOf("Sound")];

    [Theory]
    [InlineData("route_open.yaml", 10)]
    [InlineData("authorizer_unknown.template", 26)]
    [InlineData("preflight_authorized.yaml", 7)]
    [InlineData("gateway_response_without_cors.template", 3)]
    [InlineData("cors_any_origin_with_credentials.yaml", 8)]
    [InlineData("cors_any_origin_with_credentials.options.template", 21)]
    [InlineData("identity_sources_differ.template", 15)]
    [InlineData("ttl_differs.yaml", 19)]
    [InlineData("ttl_differs.literal.template", 12)]
    [InlineData("response_differs.template", 9)]
    [InlineData("variable_unset.yaml", 3)]
    [InlineData("http_authorizer_throws.template", 7)]
    [InlineData("identity_source_missing.yaml", 14)]
    [InlineData("websocket_ttl.template", 23)]
    [InlineData("simple_response_kept.yaml", 16)]
    [InlineData("simple_response_version.template", 10)]
    [InlineData("validation_expression_ignored.yaml", 15)]
    [InlineData("validation_expression_ignored.sam.template", 16)]
    [InlineData("validation_expression_unanchored.template", 14)]
    [InlineData("permission_broad.yaml", 16)]
    [InlineData("permission_broad.anybody.template", 7)]
    [InlineData("permission_missing.template", 10)]
    [InlineData("permission_missing.disabled.yaml", 10)]
    [InlineData("timeout_long.yaml", 21)]
    [InlineData("architecture_differs.yaml", 20)]
    [InlineData("architecture_differs.globals.template", 10)]
    [InlineData("api_key_source_unsaid.template", 4)]
    [InlineData("api_key_without_authorizer.yaml", 35)]
    [InlineData("default_endpoint_open.template", 14)]
    [InlineData("secret_in_template.yaml", 19)]
    [InlineData("secret_in_template.parameter.template", 15)]
    [InlineData("events_printed.template", 7)]
    [InlineData("partition_fixed.template", 16)]
    [InlineData("partition_fixed.output.yaml", 9)]
    public void A_broken_template_has_the_one_finding_that_it_is_named_after(string file, int line)
    {
        Finding finding = Assert.Single(Examine("Broken", file).Findings);

        Assert.Equal((file.Split('.')[0], line), (finding.Rule, finding.Line));
    }

    [Fact]
    public void Each_rule_has_a_broken_template() =>
        Assert.Equal(
            LintRules.All.Select(rule => rule.Code).Order(StringComparer.Ordinal),
            FilesOf("Broken").Select(file => file.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_counterpart_has_no_finding(string file) => Assert.Empty(Examine("Sound", file).Findings);

    [Fact]
    public void A_secret_is_not_repeated()
    {
        foreach (string file in FilesOf("Broken").Where(file => file.StartsWith("secret", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("battery", $"{Examine("Broken", file).Findings[0]}", StringComparison.Ordinal);
        }
    }

    private static LintReport Examine(string folder, string file) =>
        TemplateLint.Examine(TemplateFile.Read(Path.Combine(PathOf(folder), file)), PathOf(folder), NoParameters);

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(PathOf(folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static string PathOf(string folder) => RepositoryFiles.PathOf($"tests/Authorizers.Templates.Tests/{folder}");
}
