namespace Authorizers.Core.Policies.Evaluation;

/// <summary>
/// What clients of an API see of a decision, one row for each kind of API: a method's ARN does not tell them apart.
/// </summary>
/// <param name="Name">As people write it.</param>
/// <param name="Allowed">The status when the backend has nothing against it.</param>
/// <param name="ExplicitDeny">The body of a 403 after a Deny.</param>
/// <param name="ImplicitDeny">The body of a 403 after silence.</param>
/// <param name="Fault">The body of a 500.</param>
internal sealed record ApiKind(string Name, int Allowed, string ExplicitDeny, string ImplicitDeny, string Fault)
{
    private const string ExplicitDenyOfRest =
        """{"Message":"User is not authorized to access this resource with an explicit deny"}""";

    private const string ImplicitDenyOfRest = """{"Message":"User is not authorized to access this resource"}""";
    private const string FaultOfRest = """{"message":null}""";
    private const string Forbidden = """{"message":"Forbidden"}""";

    public static ApiKind Rest { get; } = new("rest", 200, ExplicitDenyOfRest, ImplicitDenyOfRest, FaultOfRest);

    /// <summary>It has no resource policy, and takes simple responses.</summary>
    public static ApiKind Http { get; } = new("http", 200, Forbidden, Forbidden, """{"message":"Internal Server Error"}""");

    /// <summary>Its <c>$connect</c> is answered by switching protocols; bodies are taken to be those of REST APIs.</summary>
    public static ApiKind WebSocket { get; } = new("websocket", 101, ExplicitDenyOfRest, ImplicitDenyOfRest, FaultOfRest);

    public static IReadOnlyList<ApiKind> All { get; } = [Rest, Http, WebSocket];

    public bool IsHttp => this == Http;
}
