using System.CommandLine;

namespace Authorizers.Cli.Templates;

/// <summary><c>template</c>: what a CloudFormation template deploys.</summary>
internal static class TemplateCommand
{
    public static Command Create(Terminal terminal) =>
        new("template", "Examines CloudFormation and SAM templates, and calls nobody.") { LintCommand.Create(terminal) };
}
