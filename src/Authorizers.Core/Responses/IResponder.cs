using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Responses;

/// <summary>Says decisions in API Gateway's words.</summary>
public interface IResponder
{
    /// <summary>What is said about one call, and the decision that this amounts to.</summary>
    SettledDecision Settle(Decision decision, MethodArn method);
}
