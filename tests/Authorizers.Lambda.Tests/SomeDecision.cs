using Authorizers.Core;
using Authorizers.Core.Credentials;
using Authorizers.Core.Decisions;
using Authorizers.Core.Verification;

namespace Authorizers.Lambda.Tests;

/// <summary>Decisions of each kind about a call of GET /orders/7.</summary>
internal static class SomeDecision
{
    private static readonly RouteRule Called = Rule("GET /orders/{id}");

    private static readonly RouteRule Other = Rule("POST /orders");

    public static Evidence Evidence { get; } = new("https://issuer.example/", "key-1");

    /// <summary>Why there is no credential in an empty header.</summary>
    public static Rejection CredentialMissing { get; } =
        BearerToken.TryRead(default, out _, out Rejection? rejection) ? throw new InvalidOperationException() : rejection;

    /// <summary>The call is among what is granted.</summary>
    public static Decision Allowed(params IReadOnlyList<KeyValuePair<string, object>> context) =>
        new Decision.Allowed(Principal(context), new Grants([Called], [Other]), Called, Evidence);

    /// <summary>Something is granted, but not this call.</summary>
    public static Decision.Allowed AllowedElsewhere() => new(Principal(), new Grants([Other], [Called]), Called, Evidence);

    /// <summary>These routes are granted and no others; no route is called.</summary>
    public static Decision AllowedRoutes(params IEnumerable<string> routes) =>
        new Decision.Allowed(Principal(), new Grants([.. routes.Select(Rule)], []), null, Evidence);

    /// <summary>Nothing is granted.</summary>
    public static Decision Denied() => new Decision.Denied(Principal(), AllowedElsewhere().Reason!, Called, Evidence);

    /// <summary>There was no credential.</summary>
    public static Decision Unauthenticated() => new Decision.Unauthenticated(CredentialMissing, Called, default);

    private static Principal Principal(params IReadOnlyList<KeyValuePair<string, object>> context) =>
        new() { Id = "user-1", Context = context };

    private static RouteRule Rule(string route) =>
        RoutePattern.TryParse(route, out RoutePattern? pattern, out string? problem)
            ? new RouteRule(pattern, Anyone: false, Scopes: [], Groups: [])
            : throw new FormatException(problem);
}
