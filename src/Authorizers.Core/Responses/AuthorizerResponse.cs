using System.Diagnostics;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;

namespace Authorizers.Core.Responses;

/// <summary>What API Gateway hears.</summary>
public sealed class AuthorizerResponse
{
    private const string ReasonKey = "reason";
    private const string Anonymous = "anonymous";

    private AuthorizerResponse(string principalId, PolicyDocument policy, IReadOnlyList<KeyValuePair<string, object>> context) =>
        (PrincipalId, Policy, Context) = (principalId, policy, context);

    /// <summary>Who is calling: <c>$context.authorizer.principalId</c>.</summary>
    public string PrincipalId { get; }

    /// <summary>What may be called.</summary>
    public PolicyDocument Policy { get; }

    /// <summary>For the backend; empty when there is nothing to tell. Values are strings, booleans, longs and doubles.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Context { get; }

    /// <summary>Says the decision in API Gateway's words.</summary>
    /// <exception cref="UnauthorizedException">The decision is 401, and 401 is said by failing.</exception>
    public static AuthorizerResponse From(Decision decision, MethodArn method, OnUnauthenticated onUnauthenticated) => decision switch
    {
        Decision.Allowed allowed =>
            new(allowed.Principal.Id, PolicyDocument.For(allowed.Grants, method), allowed.Principal.Context),
        Decision.Denied denied => Deny(denied.Principal.Id, denied.Reason, method),
        Decision.Unauthenticated refused when onUnauthenticated == OnUnauthenticated.Deny => Deny(Anonymous, refused.Reason, method),
        Decision.Unauthenticated => throw new UnauthorizedException(),
        _ => throw new UnreachableException(),
    };

    private static AuthorizerResponse Deny(string principalId, Rejection reason, MethodArn method) =>
        new(principalId, PolicyDocument.DenyAll(method), [new(ReasonKey, reason.Code)]);
}
