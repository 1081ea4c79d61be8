using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A usage plan's key that the authorizer names, and nobody reads.</summary>
internal sealed class UnsaidApiKeySource() : LintRule("api_key_source_unsaid")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from api in subject.Valued.Apis
        where api is { Kind: ApiKind.Rest, ApiKeySource: null }
        let route = api.Routes.FirstOrDefault(route => route.ApiKeyRequired && LambdaOf(api, route))
        where route is not null
        select Found(
            api.Line,
            api.Id,
            $"{RouteText.Of(route)} of {api.Id} asks for an API key, and no source is said: usageIdentifierKey is ignored and "
            + "X-API-Key read.",
            "Set ApiKeySourceType to AUTHORIZER, or to HEADER if callers send the usage plan's key themselves.");

    private static bool LambdaOf(ApiDefinition api, ApiRoute route) =>
        route.Authorization == RouteAuthorization.Authorizer
        && api.Authorizers.Any(
            authorizer => authorizer.Name == route.Authorizer && authorizer.Kind != AuthorizerKind.BuiltIn);
}
