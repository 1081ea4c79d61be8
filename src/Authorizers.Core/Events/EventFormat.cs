namespace Authorizers.Core.Events;

/// <summary>Which of API Gateway's events a request was read from.</summary>
public enum EventFormat
{
    /// <summary>None: no event is of this format.</summary>
    None = 0,

    /// <summary>TOKEN, of a REST API: one header value.</summary>
    Token,

    /// <summary>REQUEST of a REST API.</summary>
    Rest,

    /// <summary>REQUEST of an HTTP API, payload format 1.0.</summary>
    HttpApi1,

    /// <summary>REQUEST of an HTTP API, payload format 2.0: the only one that may be answered by a simple response.</summary>
    HttpApi2,

    /// <summary>REQUEST of a WebSocket API, for <c>$connect</c>.</summary>
    WebSocket,
}
