using Authorizers.Templates.Apis;
using Authorizers.Templates.Functions;

namespace Authorizers.Templates.Linting;

/// <summary>A template in one valuation of its parameters and conditions.</summary>
internal sealed record Deployment
{
    /// <summary>What is deployed.</summary>
    public required ResolvedTemplate Template { get; init; }

    /// <summary>As the resources define them.</summary>
    public required IReadOnlyList<ApiDefinition> Apis { get; init; }

    /// <summary>By their logical ids.</summary>
    public required IReadOnlyDictionary<string, DeployedFunction> Functions { get; init; }

    /// <summary>What was not understood.</summary>
    public IEnumerable<TemplateNote> Notes => Template.Notes.Concat(Apis.SelectMany(api => api.Notes));

    /// <summary>Each authorizer that is a Lambda function, with its API.</summary>
    public IEnumerable<(ApiDefinition Api, ApiAuthorizer Authorizer)> LambdaAuthorizers =>
        from api in Apis
        from authorizer in api.Authorizers
        where authorizer.Kind != AuthorizerKind.BuiltIn
        select (api, authorizer);

    /// <summary>The function of an authorizer; null where it is none of the template's.</summary>
    public DeployedFunction? FunctionOf(ApiAuthorizer authorizer) =>
        authorizer.Function is { } id ? Functions.GetValueOrDefault(id) : null;
}
