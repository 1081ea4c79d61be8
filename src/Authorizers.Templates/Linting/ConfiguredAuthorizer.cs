using Authorizers.Templates.Apis;
using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting;

/// <summary>An authorizer whose function's configuration is at hand, to compare the two.</summary>
internal sealed record ConfiguredAuthorizer
{
    /// <summary>Whose it is.</summary>
    public required ApiDefinition Api { get; init; }

    /// <summary>With the values that parameters have.</summary>
    public required ApiAuthorizer Authorizer { get; init; }

    /// <summary>With parameters as <c>${Name}</c>.</summary>
    public required ApiAuthorizer Symbolic { get; init; }

    /// <summary>With the values that parameters have.</summary>
    public required DeployedFunction Function { get; init; }

    /// <summary>With parameters as <c>${Name}</c>.</summary>
    public required DeployedFunction SymbolicFunction { get; init; }

    /// <summary>The function's.</summary>
    public required AuthorizerFile File { get; init; }

    /// <summary>The file's name, for a sentence.</summary>
    public string FileName => Path.GetFileName(File.Path);

    public static IEnumerable<ConfiguredAuthorizer> Of(Deployment valued, Deployment symbolic) =>
        from found in valued.LambdaAuthorizers
        let function = valued.FunctionOf(found.Authorizer)
        where function?.Configuration is not null
        select new ConfiguredAuthorizer
        {
            Api = found.Api,
            Authorizer = found.Authorizer,
            Symbolic = Twin(symbolic, found.Api, found.Authorizer),
            Function = function,
            SymbolicFunction = symbolic.Functions.GetValueOrDefault(function.Id) ?? function,
            File = function.Configuration!,
        };

    /// <summary>The same authorizer: those of a definition in a file have one line, and a name may be a parameter.</summary>
    private static ApiAuthorizer Twin(Deployment symbolic, ApiDefinition api, ApiAuthorizer authorizer)
    {
        ApiAuthorizer[] there =
        [
            .. symbolic.Apis.Where(other => other.Id == api.Id)
                .SelectMany(other => other.Authorizers)
                .Where(other => other.Line == authorizer.Line),
        ];
        return Array.Find(there, other => other.Name == authorizer.Name) ?? there.FirstOrDefault() ?? authorizer;
    }
}
