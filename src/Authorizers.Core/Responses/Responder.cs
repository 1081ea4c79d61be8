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
    /// The response to one call; unless <see cref="PolicyLimits.AreKept"/> is off or the call is objected to, its policy is the
    /// same for every call by the same principal. A principal whose grants make no policy, or one too large, is refused.
    /// </summary>
    public SettledDecision Settle(Decision decision, MethodArn method) => decision switch
    {
        Decision.Allowed allowed => SettleAllowed(allowed, method),
        Decision.Denied denied => Deny(denied, denied.Principal, denied.Reason, method),
        Decision.Unauthenticated refused
            when onUnauthenticated == OnUnauthenticated.Deny && MayBeKept(refused.Reason) =>
            Deny(refused, Principal.Anonymous, refused.Reason, method),
        Decision.Unauthenticated => new(decision, null),
        _ => throw new UnreachableException(),
    };

    private SettledDecision SettleAllowed(Decision.Allowed allowed, MethodArn method) => Build(allowed, method) switch
    {
        BuiltPolicy.Exact exact when allowed.Objection is null => Allow(allowed, exact.Document),
        BuiltPolicy.Exact exact when MayBeNamed(method) => Allow(allowed, exact.Document.Without(method)),
        BuiltPolicy.Exact => Refuse(allowed, allowed.Objection, method),
        _ when !limits.AreKept && allowed.Reason is { } reason => Refuse(allowed, reason, method),
        _ when !limits.AreKept => SettleOneCall(allowed, method),
        BuiltPolicy.Inexpressible => Refuse(allowed, Rejection.PolicyInexpressible, method),
        _ => Refuse(allowed, Rejection.PolicyTooLarge, method),
    };

    /// <summary>A policy for this call alone grants no other, and nothing that is refused under another spelling.</summary>
    private SettledDecision SettleOneCall(Decision.Allowed allowed, MethodArn method)
    {
        if (!MayBeNamed(method) || !PathSpelling.IsSafe(allowed.Grants, method))
        {
            return Refuse(allowed, Rejection.PathUnsafe, method);
        }

        var policy = PolicyDocument.AllowOnly(method);
        return policy.Fits(RoomFor(allowed)) ? Allow(allowed, policy) : Refuse(allowed, Rejection.PolicyTooLarge, method);
    }

    private SettledDecision Allow(Decision.Allowed allowed, PolicyDocument policy)
    {
        policy = limits.EndWithCredential && allowed.Principal.Expires is { } moment ? policy.EndingAt(moment) : policy;
        return new(allowed, new PolicyResponse(allowed.Principal.Id, policy, allowed.Principal.Context)
        {
            UsageIdentifierKey = allowed.Principal.UsageIdentifierKey,
        });
    }

    private SettledDecision Refuse(Decision.Allowed allowed, Rejection reason, MethodArn method) =>
        Deny(new Decision.Denied(allowed.Principal, reason, allowed.Called, allowed.Evidence), allowed.Principal, reason, method);

    private BuiltPolicy Build(Decision.Allowed allowed, MethodArn method) =>
        _policies.For(allowed.Grants, method).Within(RoomFor(allowed));

    /// <summary>Bytes that are left for the policy.</summary>
    private int RoomFor(Decision.Allowed allowed)
    {
        int condition = limits.EndWithCredential ? ConditionBytes : 0;
        int objection = allowed.Objection is null ? 0 : StatementBytes + PolicyDocument.MaxResourceLength;
        return limits.MaxBytes - condition - objection - AuthorizerResponseJson.BytesAround(allowed.Principal);
    }

    /// <summary>False for a path that would be a wildcard or a policy variable if a policy named it.</summary>
    private static bool MayBeNamed(MethodArn method) =>
        !method.Path.ContainsAny('*', '?', '$') && method.ToString().Length <= PolicyDocument.MaxResourceLength;

    /// <summary>
    /// API Gateway keeps a refusal as long as any policy. That of a key which may be there, or good, in a moment must not outlast
    /// the moment; and a wrong secret is answered as an unknown id is.
    /// </summary>
    private static bool MayBeKept(Rejection reason) =>
        reason != Rejection.KeyUnknown && reason != Rejection.KeyNotFound && reason != Rejection.KeySecretMismatch
        && reason != Rejection.KeyNotYetValid;

    /// <summary>Who is refused is not named where the name alone is more than the API takes.</summary>
    private SettledDecision Deny(Decision decision, Principal principal, Rejection reason, MethodArn method)
    {
        var policy = PolicyDocument.DenyAll(method);
        Principal refused = new() { Id = principal.Id, Context = [new(ReasonKey, reason.Code)] };
        bool fits = policy.Json.Length + AuthorizerResponseJson.BytesAround(refused) <= limits.MaxBytes;
        return new(decision, new PolicyResponse(fits ? refused.Id : Principal.Anonymous.Id, policy, refused.Context));
    }
}
