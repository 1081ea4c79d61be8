namespace Authorizers.Core.Configuration;

/// <summary>What is asked of a WebSocket handshake beside its credential.</summary>
public sealed class WebSocketConfiguration
{
    /// <summary>The pages that may connect, by origin; null for any.</summary>
    public IReadOnlyList<string>? Origins { get; init; }

    /// <summary>A handshake without an origin is refused, whatever it presents.</summary>
    public bool RequireOrigin { get; init; }

    /// <summary>The application's own subprotocols; empty for any.</summary>
    public IReadOnlyList<string> Subprotocols { get; init; } = [];
}
