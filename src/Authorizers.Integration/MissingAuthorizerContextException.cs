namespace Authorizers.Integration;

/// <summary>
/// No Lambda authorizer vouched for the request, though its route should have one: it came by a route without, or past it. Let it
/// end the invocation, or answer 403; never go on.
/// </summary>
public sealed class MissingAuthorizerContextException : Exception
{
    /// <summary>Makes the error; it holds nothing of the request.</summary>
    public MissingAuthorizerContextException()
        : base("The request has no context of a Lambda authorizer. Is one on every route, $default and greedy ones included?")
    {
    }
}
