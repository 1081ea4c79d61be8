namespace Authorizers.Core;

/// <summary>
/// The event is not one that API Gateway sends to this authorizer. The sentence says what is wrong and quotes nothing.
/// </summary>
public sealed class InvalidEventException : Exception
{
    /// <param name="message">A sentence without data from the event.</param>
    /// <param name="innerException">The parser's complaint, if there was one.</param>
    public InvalidEventException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The code that stands before the sentence in the Lambda error and in the record.</summary>
    public const string Code = "event_invalid";
}
