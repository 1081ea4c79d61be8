using Authorizers.Cli.Templates;
using Authorizers.Core.Tests.Documentation;
using Authorizers.Templates.Linting;

namespace Authorizers.Cli.Tests.Templates;

public sealed class RulesDocumentTests
{
    [Fact]
    public void The_page_has_a_row_for_each_rule_in_the_order_of_the_list() =>
        Assert.Equal(
            [.. LintRules.All.Select(rule => rule.Code), PortableFeed.Rule],
            MarkdownDocument.All["template-lint.md"].Section("Rules").Table("rule").Select(row => row[0].Trim('`')));
}
