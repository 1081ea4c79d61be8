namespace Authorizers.Templates.Apis;

/// <summary>What a route asks of its callers.</summary>
public enum RouteAuthorization
{
    /// <summary>Nothing, and the template does not say that this is meant.</summary>
    Missing,

    /// <summary>Nothing, as the template says: <c>security: []</c>, <c>Authorizer: NONE</c>, or a name under <c>PublicRoutes</c>.</summary>
    Public,

    /// <summary>A signature of AWS's (SigV4).</summary>
    Iam,

    /// <summary>What the authorizer named by <see cref="ApiRoute.Authorizer"/> asks for.</summary>
    Authorizer,
}
