namespace Authorizers.Core.Responses;

/// <summary>
/// API Gateway answers 401 when the authorizer fails with exactly this message, and 500 for any other. The reason is in the
/// decision record.
/// </summary>
public sealed class UnauthorizedException : Exception
{
    /// <summary>Makes the error with the one message that works.</summary>
    public UnauthorizedException()
        : base("Unauthorized")
    {
    }
}
