using Authorizers.Templates.Functions;
using Authorizers.Templates.Values;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A native function that is built for another machine than it runs on, since the tool reads no parameters.</summary>
internal sealed class DifferentArchitecture() : LintRule("architecture_differs")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from resource in subject.Valued.Template.Resources
        where subject.Valued.Functions.TryGetValue(resource.Id, out DeployedFunction? function) && IsBuiltNative(function)
        let built = ToolDefaults.ArchitectureIn(subject.Valued.Functions[resource.Id].CodeFolder!)
        let architectures = resource.Properties["Architectures"] as TemplateList
        where !IsPlain(subject.Source, resource.Id) && ArchitectureOf(architectures) is { } runs && runs != built
        select Found(
            architectures?.Line ?? resource.Line,
            resource.Id,
            $"{resource.Id} runs on {ArchitectureOf(architectures)}, and its project is built for {built}.",
            $"Say the same in {ToolDefaults.FileName} of the project (function-architecture), and build on such a machine.");

    private static bool IsBuiltNative(DeployedFunction function) =>
        function.CodeFolder is { } code && SuiteProject.ProjectOf(code) is not null
        && function.Runtime?.StartsWith("provided.", StringComparison.Ordinal) == true;

    /// <summary>Null where only a deployment knows.</summary>
    private static string? ArchitectureOf(TemplateList? architectures) => architectures switch
    {
        null => ToolDefaults.Usual,
        { Items: [TemplateText { Text: var text }] } when !text.Contains("${", StringComparison.Ordinal) => text,
        _ => null,
    };

    /// <summary>The tool reads it in the template only where it stands there as it is, or nowhere.</summary>
    private static bool IsPlain(TemplateMap source, string id)
    {
        TemplateValue? own = Under(Under(Under(source["Resources"], id), "Properties"), "Architectures");
        return (own ?? Under(Under(source["Globals"], "Function"), "Architectures")) is null or TemplateList { Items: [TemplateText] };
    }

    private static TemplateValue? Under(TemplateValue? value, string name) => (value as TemplateMap)?[name];
}
