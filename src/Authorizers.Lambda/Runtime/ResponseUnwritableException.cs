namespace Authorizers.Lambda.Runtime;

/// <summary>The response cannot be put into JSON.</summary>
public sealed class ResponseUnwritableException(Exception innerException)
    : Exception("The response cannot be written as JSON.", innerException)
{
    /// <summary>The code that stands before the sentence in the Lambda error.</summary>
    public const string Code = "response_unwritable";
}
