using Authorizers.Templates.Apis;

namespace Authorizers.Templates.Linting.Rules;

/// <summary>A route that anybody may call, without the template saying that this is meant.</summary>
internal sealed class OpenRoute() : LintRule("route_open")
{
    private const string Connect = "$connect";

    private const string OfRoutes =
        "Name an authorizer, or a default one; or say that it is public: `Authorizer: NONE`, `security: []`, "
        + "or its name under Metadata.Authorizers.PublicRoutes of the API.";

    private const string OfConnections = "Give the API a route $connect with an authorizer.";

    public override IEnumerable<Finding> Examine(LintSubject subject) => subject.Valued.Apis.SelectMany(Examine);

    private IEnumerable<Finding> Examine(ApiDefinition api)
    {
        bool isWebSocket = api.Kind == ApiKind.WebSocket;
        if (isWebSocket && api.Routes.Count > 0 && api.Routes.All(route => route.Path != Connect))
        {
            yield return Found(
                api.Line, api.Id, $"{api.Id} has no route $connect, so that anybody may connect.", OfConnections);
        }

        foreach (ApiRoute route in api.Routes.Where(route => route.Authorization == RouteAuthorization.Missing))
        {
            if (isWebSocket ? route.Path == Connect : !RouteText.IsPreflight(route))
            {
                yield return Found(route.Line, api.Id, $"{RouteText.Of(route)} of {api.Id} has no authorizer.", OfRoutes);
            }
        }
    }
}
