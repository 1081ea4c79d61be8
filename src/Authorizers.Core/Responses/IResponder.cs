using Authorizers.Core.Decisions;
using Authorizers.Core.Events;

namespace Authorizers.Core.Responses;

/// <summary>Says decisions in API Gateway's words.</summary>
public interface IResponder
{
    /// <summary>The decision that can be said, for the record and for <see cref="Respond"/>.</summary>
    Decision Settle(Decision decision, MethodArn method);

    /// <summary>The response to one call.</summary>
    /// <exception cref="UnauthorizedException">The decision is 401, and 401 is said by failing.</exception>
    AuthorizerResponse Respond(Decision decision, MethodArn method);
}
