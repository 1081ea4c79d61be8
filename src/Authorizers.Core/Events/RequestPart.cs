namespace Authorizers.Core.Events;

/// <summary>Which part of a request a value is taken from.</summary>
public enum RequestPart
{
    /// <summary>None: no key has this part.</summary>
    None = 0,

    /// <summary>A header; names compare without case (RFC 9110 section 5.1).</summary>
    Header,

    /// <summary>A parameter of the query string.</summary>
    Query,

    /// <summary>A stage variable.</summary>
    StageVariable,

    /// <summary>A member of <c>$context</c>, in the spelling of REST APIs whatever the event's format.</summary>
    Context,

    /// <summary>A field of the client's certificate, when API Gateway has asked for one.</summary>
    ClientCertificate,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>
    /// What follows the name and a dot in a subprotocol that a WebSocket client offers; names compare without case.
    /// </summary>
    Subprotocol,
}
