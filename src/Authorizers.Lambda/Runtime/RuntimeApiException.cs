namespace Authorizers.Lambda.Runtime;

/// <summary>The Runtime API is gone, or answers what it never should. The process must end: Lambda starts another.</summary>
public sealed class RuntimeApiException : Exception
{
    /// <param name="message">What happened, without anything from an event.</param>
    /// <param name="innerException">The socket's complaint, if there was one.</param>
    public RuntimeApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
