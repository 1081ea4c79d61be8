using Authorizers.Core.Policies;

namespace Authorizers.Core.Responses;

/// <summary>What API Gateway hears.</summary>
/// <param name="PrincipalId">Who is calling: <c>$context.authorizer.principalId</c>.</param>
/// <param name="Policy">What may be called.</param>
/// <param name="Context">For the backend; empty when there is nothing to tell. Values are strings, booleans, longs and
/// doubles.</param>
public sealed record AuthorizerResponse(
    string PrincipalId, PolicyDocument Policy, IReadOnlyList<KeyValuePair<string, object>> Context);
