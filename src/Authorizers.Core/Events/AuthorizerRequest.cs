namespace Authorizers.Core.Events;

/// <summary>What API Gateway asks: may the holder of this credential invoke this method?</summary>
/// <remarks>It holds a credential, so it is no record and prints nothing of itself.</remarks>
public sealed class AuthorizerRequest
{
    /// <summary>The method called.</summary>
    public required MethodArn Method { get; init; }

    /// <summary>Which event it was read from.</summary>
    public EventFormat Format { get; init; }

    /// <summary>The whole value of the TOKEN authorizer's header, scheme included, in UTF-8; empty when there was none.</summary>
    /// <remarks>Valid until the invocation ends: it may point into the buffer that the event was received in.</remarks>
    public ReadOnlyMemory<byte> AuthorizationToken { get; init; }

    /// <summary>Headers, query string, stage variables and <c>$context</c>; nothing for a TOKEN event.</summary>
    public RequestValues Values { get; init; } = RequestValues.None;

    /// <summary>The client's, where API Gateway asked for one (mutual TLS); else null.</summary>
    public ClientCertificate? ClientCertificate { get; init; }

    /// <summary>The route that an HTTP API chose, such as <c>GET /orders/{id}</c>; null for other APIs.</summary>
    public string? RouteKey { get; init; }
}
