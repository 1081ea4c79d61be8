using Authorizers.Core.Verification;

namespace Authorizers.Core.Decisions;

/// <summary>
/// Who may call a route. Each kind of requirement listed must hold; any one of its values suffices. With none, any verified
/// principal may.
/// </summary>
/// <param name="Route">The calls it is about.</param>
/// <param name="Anyone">No credential is needed.</param>
/// <param name="Scopes">The principal needs one of them; empty when scopes do not matter.</param>
/// <param name="Groups">The principal needs one of them; empty when groups do not matter.</param>
public sealed record RouteRule(RoutePattern Route, bool Anyone, IReadOnlyList<string> Scopes, IReadOnlyList<string> Groups)
{
    /// <summary>All must be met; empty when claims do not matter.</summary>
    public IReadOnlyList<ClaimRequirement> Claims { get; init; } = [];

    /// <summary>All must hold, also for a route that anyone may call; empty when the request does not matter.</summary>
    public IReadOnlyList<RequestCondition> When { get; init; } = [];

    /// <summary>True when the principal fulfils what is asked of principals, whatever the request.</summary>
    internal bool Grants(Principal principal) => Anyone || (IsMetBy(principal) && IsWithinKey(principal));

    /// <summary>Why the principal may not call the route, given that it may not.</summary>
    internal Rejection ReasonAgainst(Principal principal) =>
        When.Count > 0 && Grants(principal) ? Rejection.ConditionFailed
        : IsMetBy(principal) && !IsWithinKey(principal) ? Rejection.KeyRoute
        : Rejection.NotGranted;

    private bool IsMetBy(Principal principal) => HasRights(principal) && HasClaims(principal);

    private bool HasRights(Principal principal) =>
        HasOneOf(principal.Scopes, Scopes) && HasOneOf(principal.Groups, Groups);

    /// <summary>
    /// What an API key adds never widens. A key has no claims: beside a bearer token, the token's alone are asked for.
    /// </summary>
    private bool IsWithinKey(Principal principal) =>
        principal.Routes?.Contains(Route.ToString()) != false
        && (principal.KeyHolder is not { } holder || (HasRights(holder) && IsWithinKey(holder)));

    private bool HasClaims(Principal principal)
    {
        for (int i = 0; i < Claims.Count; i++)
        {
            if (!Claims[i].IsMetBy(principal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasOneOf(IReadOnlyList<string> held, IReadOnlyList<string> required) =>
        required.Count == 0 || ClaimRequirement.HasOneOf(held, required);
}
