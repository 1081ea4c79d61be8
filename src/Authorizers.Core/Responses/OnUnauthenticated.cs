namespace Authorizers.Core.Responses;

/// <summary>How a caller without an acceptable credential is answered.</summary>
public enum OnUnauthenticated
{
    /// <summary>401: by the Lambda error that API Gateway waits for. It counts among the function's errors.</summary>
    Throw = 0,

    /// <summary>
    /// 403: by a policy that refuses all, with the code in <c>context.reason</c>. API Gateway caches it like any other.
    /// </summary>
    Deny,
}
