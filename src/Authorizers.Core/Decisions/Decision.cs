using Authorizers.Core.Verification;

namespace Authorizers.Core.Decisions;

/// <summary>
/// In, turned away, or asked to authenticate. There is no fourth, and a decision that cannot be reached is an exception.
/// </summary>
public abstract record Decision
{
    private Decision(RouteRule? called, Evidence evidence) => (Called, Evidence) = (called, evidence);

    /// <summary>The rule for the method called; null when no route names it.</summary>
    public RouteRule? Called { get; }

    /// <summary>What of ours the credential referred to.</summary>
    public Evidence Evidence { get; }

    /// <summary>The principal may call something, though not necessarily what it called: the policy says what.</summary>
    public sealed record Allowed(Principal Principal, Grants Grants, RouteRule? Called, Evidence Evidence)
        : Decision(Called, Evidence)
    {
        /// <summary>Why this very call is refused whatever is granted, as others like it are not; null for almost all.</summary>
        public Rejection? Objection { get; init; }

        /// <summary>
        /// Null when the method called is among the grants; otherwise the policy will refuse this call, and this is why.
        /// </summary>
        public Rejection? Reason =>
            Objection is not null ? Objection
            : Called is null ? Rejection.NotGranted
            : Grants.Allowed.Contains(Called) ? null
            : Called.ReasonAgainst(Principal);
    }

    /// <summary>A genuine principal that may call nothing: 403.</summary>
    public sealed record Denied(Principal Principal, Rejection Reason, RouteRule? Called, Evidence Evidence)
        : Decision(Called, Evidence);

    /// <summary>No acceptable credential: 401.</summary>
    public sealed record Unauthenticated(Rejection Reason, RouteRule? Called, Evidence Evidence)
        : Decision(Called, Evidence);
}
