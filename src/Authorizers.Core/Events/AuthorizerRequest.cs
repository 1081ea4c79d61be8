namespace Authorizers.Core.Events;

/// <summary>What API Gateway asks: may the holder of this credential invoke this method?</summary>
/// <remarks>It holds a credential, so it is no record and prints nothing of itself.</remarks>
public sealed class AuthorizerRequest
{
    /// <summary>The method called.</summary>
    public required MethodArn Method { get; init; }

    /// <summary>The whole value of the TOKEN authorizer's header, scheme included, in UTF-8; empty when there was none.</summary>
    /// <remarks>Valid until the invocation ends: it may point into the buffer that the event was received in.</remarks>
    public required ReadOnlyMemory<byte> AuthorizationToken { get; init; }
}
