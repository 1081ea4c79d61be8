using Authorizers.Templates.Values;

namespace Authorizers.Templates.Functions;

/// <summary>Finds the functions of a template, their code and their configurations.</summary>
/// <param name="folder">The template's, from which code is found.</param>
internal sealed class DeployedFunctions(string folder)
{
    private const string OfSam = "AWS::Serverless::Function";
    private const string OfLambda = "AWS::Lambda::Function";

    public IReadOnlyDictionary<string, DeployedFunction> Of(IEnumerable<TemplateResource> resources) => resources
        .Where(resource => resource.Type is OfSam or OfLambda)
        .ToDictionary(resource => resource.Id, WithConfiguration, StringComparer.Ordinal);

    private DeployedFunction WithConfiguration(TemplateResource resource)
    {
        DeployedFunction function = Read(resource);
        string? path = ConfigurationPlace.Of(function);
        if (!File.Exists(path))
        {
            string problem = path is null ? "its place is not known here" : $"there is no {Shown(path)}";
            return IsOfSuite(function) ? function with { ConfigurationProblem = problem } : function;
        }

        try
        {
            return function with { Configuration = AuthorizerFile.Read(path) };
        }
        catch (AuthorizerFileException e)
        {
            return function with { ConfigurationProblem = $"{Shown(path)} {e.Message}" };
        }
    }

    private static bool IsOfSuite(DeployedFunction function) =>
        function.Variable(ConfigurationPlace.Variable) is not null
        || (function.CodeFolder is { } code && SuiteProject.IsIn(code));

    private string Shown(string path) => Path.GetRelativePath(folder, path);

    private DeployedFunction Read(TemplateResource resource)
    {
        TemplateMap properties = resource.Properties;
        return new DeployedFunction
        {
            Id = resource.Id,
            Line = resource.Line,
            Runtime = (properties["Runtime"] as TemplateText)?.Text,
            Timeout = properties["Timeout"] as TemplateText,
            CodeFolder = FolderOf((properties[resource.Type == OfSam ? "CodeUri" : "Code"] as TemplateText)?.Text),
            Variables = [.. VariablesOf(properties)],
        };
    }

    private static IEnumerable<FunctionVariable> VariablesOf(TemplateMap properties) =>
        from member in ((properties["Environment"] as TemplateMap)?["Variables"] as TemplateMap)?.Members ?? []
        where member.Value is TemplateText
        select new FunctionVariable(member.Name, (TemplateText)member.Value);

    private string? FolderOf(string? code)
    {
        if (string.IsNullOrEmpty(code) || code.AsSpan().ContainsAny(":$\0"))
        {
            return null;
        }

        string path = Path.GetFullPath(code, Path.GetFullPath(folder));
        return Directory.Exists(path) ? path : null;
    }
}
