using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A route that asks for a key which no authorizer will name: 403 for everybody.</summary>
internal sealed class ApiKeyWithoutAuthorizer() : LintRule("api_key_without_authorizer")
{
    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from api in subject.Valued.Apis
        where api is { Kind: ApiKind.Rest, ApiKeySource: "AUTHORIZER" }
        from route in api.Routes
        where route.ApiKeyRequired && !MayBeNamed(api, route) && !RouteText.IsPreflight(route)
        select Found(
            route.Line,
            api.Id,
            $"{RouteText.Of(route)} of {api.Id} asks for an API key that an authorizer is to name, and has no Lambda authorizer.",
            "Give the route a Lambda authorizer, or do not ask for an API key there.");

    /// <summary>An authorizer that is not there is another rule's business.</summary>
    private static bool MayBeNamed(ApiDefinition api, ApiRoute route) =>
        route.Authorization == RouteAuthorization.Authorizer
        && api.Authorizers.All(
            authorizer => authorizer.Name != route.Authorizer || authorizer.Kind != AuthorizerKind.BuiltIn);
}
