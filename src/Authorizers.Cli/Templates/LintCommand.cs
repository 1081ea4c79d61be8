using System.CommandLine;

namespace Authorizers.Cli.Templates;

/// <summary><c>template lint</c>: what a template gets wrong about authorizers.</summary>
internal static class LintCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<FileInfo> file = FileArgument();
        Option<string[]> overrides = OverridesOption();
        Option<bool> json = JsonOption.Create("Prints one line of JSON, an array of findings, instead of text.");
        var command = new Command("lint", "Says what a template gets wrong about authorizers, each with its line and a remedy.")
        {
            file, overrides, json,
        };
        command.SetAction((parsed, cancel) => new LintRun(terminal).RunAsync(
            parsed.GetValue(file), ParameterOverrides.Read(parsed.GetValue(overrides) ?? []), parsed.GetValue(json), cancel));
        return command;
    }

    private static Argument<FileInfo> FileArgument()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = $"The template. Without it, {DefaultTemplate.Names} in the current folder.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        file.AcceptExistingOnly();
        return file;
    }

    private static Option<string[]> OverridesOption()
    {
        var overrides = new Option<string[]>("--parameter-overrides")
        {
            HelpName = "NAME=VALUE",
            Description = "Values of parameters, instead of their defaults.",
            AllowMultipleArgumentsPerToken = true,
        };
        overrides.Validators.Add(result =>
        {
            if (ParameterOverrides.ProblemOf([.. result.Tokens.Select(token => token.Value)]) is { } problem)
            {
                result.AddError(problem);
            }
        });
        return overrides;
    }
}
