using System.Text.Json;
using System.Text.Json.Nodes;
using Authorizers.Integration;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>The backend of <c>$connect</c>.</summary>
internal static class ConnectIntegration
{
    /// <summary>The subprotocol to answer with, which the authorizer chose; null when it chose none.</summary>
    public static string? Subprotocol(JsonObject request)
    {
        var context = AuthorizerContext.From(JsonSerializer.SerializeToUtf8Bytes(request));
        return context.TryGetString("subprotocol", out string? subprotocol) ? subprotocol : null;
    }
}
