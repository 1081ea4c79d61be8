using System.Diagnostics;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Responses;

/// <summary>Says decisions in API Gateway's words.</summary>
/// <param name="onUnauthenticated">How 401 is said.</param>
public sealed class Responder(OnUnauthenticated onUnauthenticated)
{
    private const string ReasonKey = "reason";

    private readonly PolicyCache _policies = new();

    /// <summary>The response to one call; its policy is the same for every call by the same principal.</summary>
    /// <exception cref="UnauthorizedException">The decision is 401, and 401 is said by failing.</exception>
    public AuthorizerResponse Respond(Decision decision, MethodArn method) => decision switch
    {
        Decision.Allowed allowed =>
            new(allowed.Principal.Id, _policies.For(allowed.Grants, method), allowed.Principal.Context),
        Decision.Denied denied => Deny(denied.Principal.Id, denied.Reason, method),
        Decision.Unauthenticated refused when onUnauthenticated == OnUnauthenticated.Deny && MayBeKept(refused.Reason) =>
            Deny(Principal.Anonymous.Id, refused.Reason, method),
        Decision.Unauthenticated => throw new UnauthorizedException(),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// API Gateway keeps a refusal as long as any policy. That of a key which the issuer may publish in a moment must not outlast
    /// the moment.
    /// </summary>
    private static bool MayBeKept(Rejection reason) => reason != Rejection.KeyUnknown;

    private static AuthorizerResponse Deny(string principalId, Rejection reason, MethodArn method) =>
        new(principalId, PolicyDocument.DenyAll(method), [new(ReasonKey, reason.Code)]);
}
