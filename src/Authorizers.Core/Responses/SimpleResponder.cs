using System.Diagnostics;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Responses;

/// <summary>
/// Says decisions by <c>isAuthorized</c>. An HTTP API knows no 401 after the function has run, so it hears no for that as well.
/// </summary>
public sealed class SimpleResponder : IResponder
{
    /// <inheritdoc/>
    public SettledDecision Settle(Decision decision, MethodArn method) => new(decision, Respond(decision));

    private static SimpleResponse Respond(Decision decision) => decision switch
    {
        Decision.Allowed { Reason: null } allowed => new SimpleResponse(true, allowed.Principal.Context),
        Decision.Allowed elsewhere => Refuse(elsewhere.Reason),
        Decision.Denied denied => Refuse(denied.Reason),
        Decision.Unauthenticated refused => Refuse(refused.Reason),
        _ => throw new UnreachableException(),
    };

    private static SimpleResponse Refuse(Rejection reason) => new(false, [new(Responder.ReasonKey, reason.Code)]);
}
