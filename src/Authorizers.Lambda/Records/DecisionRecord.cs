using Amazon.Lambda.Core;
using Authorizers.Core;
using Authorizers.Core.Decisions;
using Authorizers.Core.Events;
using Authorizers.Core.Verification;

namespace Authorizers.Lambda.Records;

/// <summary>
/// What became of one invocation, for audit. Every text in it is ours or API Gateway's: nothing is taken from a credential,
/// verified or not.
/// </summary>
public sealed class DecisionRecord
{
    private DecisionRecord(string outcome) => Outcome = outcome;

    /// <summary>
    /// One of <c>allowed denied unauthenticated outage fault</c>. Allowed means that the route table grants this call.
    /// </summary>
    public string Outcome { get; }

    /// <summary>INFO for a decision, WARN for an outage, ERROR for a fault.</summary>
    public LogLevel Level => Outcome switch
    {
        "outage" => LogLevel.Warning,
        "fault" => LogLevel.Error,
        _ => LogLevel.Information,
    };

    /// <summary>Why, when not allowed.</summary>
    public string? Code { get; private init; }

    /// <summary>The claim at fault; null when none is.</summary>
    public string? Claim { get; private init; }

    /// <summary>The configured issuer and the key id of ours that the credential pointed at.</summary>
    public Evidence Evidence { get; private init; }

    /// <summary>The route of the table that the call matches; null when none does.</summary>
    public string? Route { get; private init; }

    /// <summary>
    /// The method called; null when the event had none that could be read. Only its API and stage are recorded.
    /// </summary>
    public MethodArn? Method { get; private init; }

    /// <summary>The record of a decision.</summary>
    public static DecisionRecord Of(Decision decision, MethodArn method)
    {
        (string outcome, Rejection? reason) = decision switch
        {
            Decision.Allowed { Reason: null } => ("allowed", (Rejection?)null),
            Decision.Allowed elsewhere => ("denied", elsewhere.Reason),
            Decision.Denied denied => ("denied", denied.Reason),
            Decision.Unauthenticated refused => ("unauthenticated", refused.Reason),
            _ => ("fault", null),
        };
        return new DecisionRecord(outcome)
        {
            Code = reason?.Code,
            Claim = reason?.Claim,
            Evidence = decision.Evidence,
            Route = decision.Called?.Route.ToString(),
            Method = method,
        };
    }

    /// <summary>The record of a decision that was not reached.</summary>
    public static DecisionRecord Of(Exception exception, MethodArn? method) => exception switch
    {
        OutageException outage => new DecisionRecord("outage") { Code = outage.Code, Method = method },
        InvalidEventException => new DecisionRecord("fault") { Code = InvalidEventException.Code, Method = method },
        _ => new DecisionRecord("fault") { Code = "fault", Method = method },
    };
}
