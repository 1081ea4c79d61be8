namespace Authorizers.Core.Responses;

/// <summary>The two shapes of an answer; which one API Gateway takes is a setting of the authorizer there.</summary>
public enum ResponseKind
{
    /// <summary>An IAM policy.</summary>
    Policy = 0,

    /// <summary><c>isAuthorized</c>: HTTP APIs with payload format 2.0 and simple responses on.</summary>
    Simple,
}
