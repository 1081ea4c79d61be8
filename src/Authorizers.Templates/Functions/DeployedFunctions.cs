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
        if (ConfigurationPlace.Of(function) is not { } path)
        {
            return function;
        }

        if (!File.Exists(path))
        {
            return SuiteProject.IsIn(function.CodeFolder!)
                ? function with { ConfigurationProblem = $"there is no {path}" }
                : function;
        }

        try
        {
            return function with { Configuration = AuthorizerFile.Read(path) };
        }
        catch (AuthorizerFileException e)
        {
            return function with { ConfigurationProblem = e.Message };
        }
    }

    private DeployedFunction Read(TemplateResource resource)
    {
        TemplateMap properties = resource.Properties;
        return new DeployedFunction
        {
            Id = resource.Id,
            Line = resource.Line,
            Name = (properties["FunctionName"] as TemplateText)?.Text,
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
