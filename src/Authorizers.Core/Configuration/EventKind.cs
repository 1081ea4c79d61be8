namespace Authorizers.Core.Configuration;

/// <summary>Which events a function is sent, and so what its configuration may ask of them.</summary>
public enum EventKind
{
    /// <summary>None: what reads the configuration is no function, and asks nothing of events.</summary>
    None = 0,

    /// <summary>TOKEN: one header and the method.</summary>
    Token,

    /// <summary>REQUEST of REST APIs and HTTP APIs: everything but a WebSocket's subprotocols.</summary>
    Request,

    /// <summary>Either of them, of which API keys are read.</summary>
    ApiKey,

    /// <summary>REQUEST of a WebSocket API, for <c>$connect</c>.</summary>
    WebSocket,
}
