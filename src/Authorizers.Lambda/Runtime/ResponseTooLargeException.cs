namespace Authorizers.Lambda.Runtime;

/// <summary>The response is over what Lambda takes.</summary>
public sealed class ResponseTooLargeException(int length)
    : Exception($"The response has {length} bytes, and Lambda takes {InvocationLoop.MaxResponseLength}.")
{
    /// <summary>The code that stands before the sentence in the Lambda error.</summary>
    public const string Code = "response_too_large";
}
