using Amazon.Lambda.Core;
using Authorizers.Lambda;

namespace Authorizers.Request.Tests;

/// <summary>What the shared pairs are run with.</summary>
internal static class TheFunction
{
    public const string Name = "request";

    public const string AllowedPair = "rest-header";

    public const string Tests = "Authorizers.Request.Tests";

    /// <summary>It holds records of none.</summary>
    public static IReadOnlyList<string> ApiKeyIds => [];

    private static readonly string[] Presenting =
        ["Authorization", "Cookie", "cookies", "access_token", "session", "rawQueryString", "authorizationToken"];

    public static AuthorizerFunction Build(FunctionSurroundings surroundings) => Composition.Build(surroundings);

    /// <summary>True for a member of an event that holds what a caller presents.</summary>
    public static bool Presents(string member) => Presenting.Contains(member, StringComparer.OrdinalIgnoreCase);

    public static Task InvokeTypedAsync(AuthorizerFunction function, byte[] json, Stream output, ILambdaContext context) =>
        TypedDoors.InvokeAsync(function, new RequestFunction(function).FunctionHandlerAsync, json, output, context);
}
