using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A preflight that asks for a credential, which browsers never send with it.</summary>
internal sealed class AuthorizedPreflight() : LintRule("preflight_authorized")
{
    private const string OfOptions =
        "Take the authorizer and the API key off OPTIONS; in SAM, `AddDefaultAuthorizerToCorsPreflight: false` under Auth.";

    private const string OfAny = "Add an OPTIONS method without an authorizer to that path.";

    public override IEnumerable<Finding> Examine(LintSubject subject) =>
        from api in subject.Valued.Apis
        where api.Kind != ApiKind.WebSocket
        from route in api.Routes
        where Asks(route) && (RouteText.IsPreflight(route) || TakesPreflights(api, route))
        select Found(
            route.Line,
            api.Id,
            $"{RouteText.Of(route)} of {api.Id} asks preflights for a credential, and browsers send none with them.",
            RouteText.IsPreflight(route) ? OfOptions : OfAny);

    private static bool Asks(ApiRoute route) =>
        route.Authorization is RouteAuthorization.Authorizer or RouteAuthorization.Iam || route.ApiKeyRequired;

    private static bool TakesPreflights(ApiDefinition api, ApiRoute route) =>
        api is { Kind: ApiKind.Rest, HasCors: true }
        && route.Method == "ANY"
        && !api.Routes.Any(other => RouteText.IsPreflight(other) && other.Path == route.Path);
}
