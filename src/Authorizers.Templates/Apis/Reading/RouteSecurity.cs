namespace Authorizers.Templates.Apis.Reading;

/// <summary>What the template says of a route's callers.</summary>
/// <param name="Authorization">What it asks for.</param>
/// <param name="Authorizer">The name where it is an authorizer.</param>
internal sealed record RouteSecurity(RouteAuthorization Authorization, string? Authorizer = null)
{
    /// <summary>Schemes were named, and none of them asks for anything.</summary>
    public static readonly RouteSecurity Missing = new(RouteAuthorization.Missing);

    public static readonly RouteSecurity Public = new(RouteAuthorization.Public);

    public static readonly RouteSecurity Iam = new(RouteAuthorization.Iam);

    private const string None = "NONE";

    private const string SignedRequests = "AWS_IAM";

    public static RouteSecurity By(string authorizer) => new(RouteAuthorization.Authorizer, authorizer);

    /// <summary>As SAM names it: an authorizer, <c>AWS_IAM</c> or <c>NONE</c>.</summary>
    public static RouteSecurity BySam(string name) => name switch
    {
        None => Public,
        SignedRequests => Iam,
        _ => By(name),
    };
}
