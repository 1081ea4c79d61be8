using Amazon.Lambda.Core;
using Authorizers.Lambda;

namespace Authorizers.WebSockets.Tests;

/// <summary>What the shared pairs are run with.</summary>
internal static class TheFunction
{
    public const string Name = "websocket";

    public const string AllowedPair = "header-allowed";

    public const string Tests = "Authorizers.WebSocket.Tests";

    private static readonly string[] Presenting =
        ["Authorization", "Cookie", "ticket", "access_token", "Sec-WebSocket-Protocol", "authorizationToken"];

    /// <summary>It takes no API keys.</summary>
    public static IReadOnlyList<string> ApiKeyIds => [];

    public static AuthorizerFunction Build(FunctionSurroundings surroundings) => Composition.Build(surroundings);

    /// <summary>True for a member of an event that holds what a caller presents.</summary>
    public static bool Presents(string member) => Presenting.Contains(member, StringComparer.OrdinalIgnoreCase);

    public static Task InvokeTypedAsync(AuthorizerFunction function, byte[] json, Stream output, ILambdaContext context) =>
        TypedDoors.InvokeAsync(function, new WebSocketFunction(function).FunctionHandlerAsync, json, output, context);
}
