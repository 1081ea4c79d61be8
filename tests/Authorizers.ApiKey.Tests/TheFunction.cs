using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Authorizers.Core.Responses;
using Authorizers.Lambda;
using Authorizers.Lambda.Typed;

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

    /// <summary>By the types of the event's format; simple responses have a type of their own.</summary>
    public static async Task InvokeTypedAsync(AuthorizerFunction function, byte[] json, Stream output, ILambdaContext context)
    {
        using var input = new MemoryStream(json);
        var door = new ApiKeyFunction(function);
        if (!IsOfFormat2(json))
        {
            var rest = new SourceGeneratorLambdaJsonSerializer<AuthorizerJson>();
            APIGatewayCustomAuthorizerRequest request = rest.Deserialize<APIGatewayCustomAuthorizerRequest>(input);
            rest.Serialize(await door.FunctionHandlerAsync(request, context), output);
            return;
        }

        var http = new SourceGeneratorLambdaJsonSerializer<AuthorizerV2Json>();
        APIGatewayCustomAuthorizerV2Request httpRequest = http.Deserialize<APIGatewayCustomAuthorizerV2Request>(input);
        switch (await function.AuthorizeAsync(httpRequest, AmazonRequestEvents.ToRequest, context))
        {
            case PolicyResponse policy:
                http.Serialize(AmazonEvents.ToAmazonV2(policy), output);
                break;
            case SimpleResponse simple:
                http.Serialize(AmazonEvents.ToAmazonV2(simple), output);
                break;
        }
    }

    private static bool IsOfFormat2(byte[] json) =>
        JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } root
        && root.TryGetProperty("version", out JsonElement version) && version.ValueEquals("2.0");
}
