using Authorizers.Templates;
using Authorizers.Templates.Linting;

namespace Authorizers.Cli.Templates;

/// <summary>Reads a template, examines it and prints what is wrong.</summary>
internal sealed class LintRun(Terminal terminal)
{
    public async Task<int> RunAsync(
        FileInfo? named, IReadOnlyDictionary<string, string> parameters, bool asJson, CancellationToken cancel)
    {
        if ((named ?? DefaultTemplate.Find(Environment.CurrentDirectory)) is not { } file)
        {
            terminal.Say($"There is no {DefaultTemplate.Names} in {Environment.CurrentDirectory}. Name the template.");
            return ExitCode.BadUsage;
        }

        string name = named?.ToString() ?? file.Name;
        if (Examine(file, name, parameters) is not { } report)
        {
            return ExitCode.BadUsage;
        }

        Finding[] findings =
            [.. report.Findings.Concat(await PortableFeed.FindAsync(report.Code, cancel)).OrderBy(finding => finding.Line)];
        Say(report, findings, name);
        if (asJson)
        {
            terminal.WriteData(FindingJson.Write(name, findings));
        }
        else
        {
            terminal.WriteText(FindingText.Write(name, findings));
        }

        return findings.Length == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Null, and why said, when it cannot be examined.</summary>
    private LintReport? Examine(FileInfo file, string name, IReadOnlyDictionary<string, string> parameters)
    {
        try
        {
            return TemplateLint.Examine(TemplateFile.Read(file.FullName), file.DirectoryName!, parameters);
        }
        catch (TemplateException e)
        {
            terminal.Say($"{Place(name, e.Line)}: {ReadableText.Of(e.Message)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"{name} cannot be read.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            terminal.Say($"{name} cannot be examined: it is of a kind that nobody has thought of ({e.GetType().Name}).");
        }

        return null;
    }

    private void Say(LintReport report, Finding[] findings, string name)
    {
        foreach (TemplateNote note in report.Notes)
        {
            terminal.Say($"{Place(name, note.Line)}: {ReadableText.Of(note.Text)}");
        }

        if (findings.Length == 0)
        {
            terminal.Say(
                $"Nothing is wrong with {name}: examined {Count(report.Apis, "API")}, {Count(report.Routes, "route")}, "
                + $"{Count(report.Authorizers, "authorizer")}.");
        }
    }

    private static string Place(string name, int line) => line > 0 ? $"{name}:{line}" : name;

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
