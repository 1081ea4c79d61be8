namespace Authorizers.Core;

/// <summary>
/// Something the decision depends on is out of reach. Nothing is known about the caller then, so it must become an error (500)
/// that raises an alarm: a 401 would send a caller with a good token to log in again, and a deny would be cached.
/// </summary>
public sealed class OutageException : Exception
{
    /// <param name="code">One of the outage codes of docs/codes.md.</param>
    /// <param name="message">A sentence for the operator; it may name configured addresses, never a credential.</param>
    /// <param name="innerException">The failure below, if there was one.</param>
    public OutageException(string code, string message, Exception? innerException = null)
        : base(message, innerException) => Code = code;

    /// <summary>For example <c>issuer_unreachable</c> or <c>deadline_exceeded</c>.</summary>
    public string Code { get; }

    internal static OutageException IssuerUnreachable(string message, Exception? innerException = null) =>
        new("issuer_unreachable", message, innerException);

    internal static OutageException IntrospectionUnreachable(string message, Exception? innerException = null) =>
        new("introspection_unreachable", message, innerException);

    internal static OutageException IntrospectionRefused(string message) => new("introspection_refused", message);

    internal static OutageException TableUnreachable(string message, Exception? innerException = null) =>
        new("table_unreachable", message, innerException);

    internal static OutageException RecordInvalid(string id, string problem, Exception? innerException = null) =>
        new("record_invalid", $"The record of API key {id} cannot be used: {problem}.", innerException);

    internal static OutageException TicketInvalid(string problem, Exception? innerException = null) =>
        new("record_invalid", $"The record of a ticket cannot be used: {problem}.", innerException);

    internal static OutageException DeadlineExceeded(string service, Exception? innerException = null) =>
        new("deadline_exceeded", $"The invocation's deadline passed before {service} answered.", innerException);
}
