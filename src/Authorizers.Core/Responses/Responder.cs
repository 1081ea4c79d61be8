using System.Diagnostics;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Policies;
using Authorizers.Core.Verification;

namespace Authorizers.Core.Responses;

/// <summary>Says decisions by policies.</summary>
/// <param name="onUnauthenticated">How 401 is said.</param>
/// <param name="limits">What the API asks of a policy.</param>
public sealed class Responder(OnUnauthenticated onUnauthenticated, PolicyLimits limits) : IResponder
{
    internal const string ReasonKey = "reason";

    /// <summary>Of a <c>Condition</c> with a moment in it.</summary>
    private const int ConditionBytes = 80;

    /// <summary>Of a statement beside its resources.</summary>
    private const int StatementBytes = 80;

    private readonly PolicyCache _policies = new();

    /// <summary>
    /// The decision that can be said: a principal whose grants make no policy, or one too large, is refused. The record is to
    /// tell this decision.
    /// </summary>
    public Decision Settle(Decision decision, MethodArn method)
    {
        if (decision is not Decision.Allowed allowed)
        {
            return decision;
        }

        Rejection? reason = Build(allowed, method) switch
        {
            BuiltPolicy.Exact when allowed.Objection is not null && !MayBeNamed(method) => allowed.Objection,
            BuiltPolicy.Exact => null,
            _ when !limits.AreKept => allowed.Reason ?? (IsOneCall(allowed, method) ? null : Rejection.PathUnsafe),
            BuiltPolicy.Inexpressible => Rejection.PolicyInexpressible,
            _ => Rejection.PolicyTooLarge,
        };
        return reason is null ? decision : new Decision.Denied(allowed.Principal, reason, allowed.Called, allowed.Evidence);
    }

    /// <summary>The response to one call; its policy is the same for every call by the same principal.</summary>
    /// <param name="decision">As settled.</param>
    /// <param name="method">The method called.</param>
    /// <exception cref="UnauthorizedException">The decision is 401, and 401 is said by failing.</exception>
    public PolicyResponse Respond(Decision decision, MethodArn method) => decision switch
    {
        Decision.Allowed allowed => new(allowed.Principal.Id, PolicyFor(allowed, method), allowed.Principal.Context),
        Decision.Denied denied => Deny(denied.Principal.Id, denied.Reason, method),
        Decision.Unauthenticated refused
            when onUnauthenticated == OnUnauthenticated.Deny && MayBeKept(refused.Reason) =>
            Deny(Principal.Anonymous.Id, refused.Reason, method),
        Decision.Unauthenticated => throw new UnauthorizedException(),
        _ => throw new UnreachableException(),
    };

    AuthorizerResponse IResponder.Respond(Decision decision, MethodArn method) => Respond(decision, method);

    private PolicyDocument PolicyFor(Decision.Allowed allowed, MethodArn method)
    {
        PolicyDocument policy = Build(allowed, method) switch
        {
            BuiltPolicy.Exact exact => exact.Document,
            _ when !limits.AreKept && allowed.Reason is null && IsOneCall(allowed, method) => PolicyDocument.AllowOnly(method),
            _ => throw new UnreachableException(),
        };
        policy = allowed.Objection is null ? policy : policy.Without(method);
        return limits.EndWithCredential && allowed.Principal.Expires is { } moment ? policy.EndingAt(moment) : policy;
    }

    private BuiltPolicy Build(Decision.Allowed allowed, MethodArn method)
    {
        int condition = limits.EndWithCredential ? ConditionBytes : 0;
        int objection = allowed.Objection is null ? 0 : StatementBytes + PolicyDocument.MaxResourceLength;
        int room = limits.MaxBytes - condition - objection - AuthorizerResponseJson.BytesAround(allowed.Principal);
        return _policies.For(allowed.Grants, method).Within(room);
    }

    /// <summary>A policy for this call alone grants no other, and nothing that is refused under another spelling.</summary>
    private static bool IsOneCall(Decision.Allowed allowed, MethodArn method) =>
        MayBeNamed(method) && PathSpelling.IsSafe(allowed.Grants, method);

    /// <summary>False for a path that would be a wildcard or a policy variable if a policy named it.</summary>
    private static bool MayBeNamed(MethodArn method) =>
        !method.Path.ContainsAny('*', '?', '$') && method.ToString().Length <= PolicyDocument.MaxResourceLength;

    /// <summary>
    /// API Gateway keeps a refusal as long as any policy. That of a key which the issuer may publish in a moment must not outlast
    /// the moment.
    /// </summary>
    private static bool MayBeKept(Rejection reason) => reason != Rejection.KeyUnknown;

    private static PolicyResponse Deny(string principalId, Rejection reason, MethodArn method) =>
        new(principalId, PolicyDocument.DenyAll(method), [new(ReasonKey, reason.Code)]);
}
