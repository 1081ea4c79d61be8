using Authorizers.Core.Policies;

namespace Authorizers.Core.Responses;

/// <summary>The answer that every API takes: who is calling, and a policy for all calls.</summary>
/// <param name="PrincipalId">Who is calling: <c>$context.authorizer.principalId</c>.</param>
/// <param name="Policy">What may be called.</param>
/// <param name="Context">For the backend.</param>
public sealed record PolicyResponse(
    string PrincipalId, PolicyDocument Policy, IReadOnlyList<KeyValuePair<string, object>> Context) : AuthorizerResponse(Context)
{
    /// <summary>
    /// The value of the API Gateway key that the call is metered by, where the API's key source is AUTHORIZER; null for none.
    /// </summary>
    public string? UsageIdentifierKey { get; init; }
}
