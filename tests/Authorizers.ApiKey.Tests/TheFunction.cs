using System.Text.Json;
using Amazon.Lambda.Core;
using Authorizers.Lambda;

namespace Authorizers.ApiKeys.Tests;

/// <summary>What the shared pairs are run with.</summary>
internal static class TheFunction
{
    public const string Name = "api-key";

    public const string AllowedPair = "both-allowed";

    public const string Tests = "Authorizers.ApiKey.Tests";

    private static readonly string[] Presenting = ["x-api-key", "Authorization", "Cookie", "key", "authorizationToken"];

    /// <summary>Of the keys that there are records of.</summary>
    public static IReadOnlyList<string> ApiKeyIds { get; } =
    [
        .. File.ReadLines(Path.Combine(The.Events, "keys", "development.api-keys.jsonl"))
            .Select(line => JsonElement.Parse(line).GetProperty("id").GetString()!),
    ];

    public static AuthorizerFunction Build(FunctionSurroundings surroundings) => Composition.Build(surroundings);

    /// <summary>True for a member of an event that holds what a caller presents.</summary>
    public static bool Presents(string member) => Presenting.Contains(member, StringComparer.OrdinalIgnoreCase);

    public static Task InvokeTypedAsync(AuthorizerFunction function, byte[] json, Stream output, ILambdaContext context) =>
        TypedDoors.InvokeAsync(function, new ApiKeyFunction(function).FunctionHandlerAsync, json, output, context);
}
