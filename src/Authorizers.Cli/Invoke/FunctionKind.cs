using Authorizers.Core.Configuration;
using Authorizers.Lambda;

namespace Authorizers.Cli.Invoke;

/// <summary>The functions of the suite, one row each.</summary>
internal sealed record FunctionKind(string Name, EventKind Events, Func<FunctionSurroundings, AuthorizerFunction> Build)
{
    public static IReadOnlyList<FunctionKind> All { get; } =
    [
        new("token", EventKind.Token, Token.Composition.Build),
        new("request", EventKind.Request, Request.Composition.Build),
        new("api-key", EventKind.ApiKey, ApiKeys.Composition.Build),
        new("websocket", EventKind.WebSocket, WebSockets.Composition.Build),
    ];
}
