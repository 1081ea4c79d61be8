namespace Authorizers.Templates.Apis;

/// <summary>What a route asks of its callers.</summary>
public enum RouteAuthorization
{
    /// <summary>Nothing, and the template does not say that this is meant.</summary>
    Missing,

    /// <summary>
    /// Nothing, as the template says: <c>security: []</c> on the operation, <c>Authorizer: NONE</c> on the event, or the route
    /// (<c>GET /health</c> or a route key, exactly as it stands) in a list in the metadata of the API's resource,
    /// <c>Metadata: { Authorizers: { PublicRoutes: […] } }</c>; also a mocked OPTIONS method of which nothing is said.
    /// </summary>
    Public,

    /// <summary>A signature of AWS's (SigV4).</summary>
    Iam,

    /// <summary>What the authorizer named by <see cref="ApiRoute.Authorizer"/> asks for.</summary>
    Authorizer,
}
