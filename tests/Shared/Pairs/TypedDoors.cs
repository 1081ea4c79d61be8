using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Authorizers.Core.Responses;
using Authorizers.Lambda;
using Authorizers.Lambda.Typed;

namespace Authorizers.Tests.Pairs;

/// <summary>A function that takes REQUEST events, through Amazon's types of the event's format.</summary>
internal static class TypedDoors
{
    /// <param name="function">What decides.</param>
    /// <param name="rest">Its door for REST APIs, and for HTTP APIs with payload format 1.0.</param>
    /// <param name="json">The event.</param>
    /// <param name="output">Takes the response; simple ones have a type of their own.</param>
    /// <param name="context">Of the invocation.</param>
    public static async Task InvokeAsync(
        AuthorizerFunction function,
        Func<APIGatewayCustomAuthorizerRequest, ILambdaContext, Task<APIGatewayCustomAuthorizerResponse>> rest,
        byte[] json,
        Stream output,
        ILambdaContext context)
    {
        using var input = new MemoryStream(json);
        if (!IsOfFormat2(json))
        {
            var serializer = new SourceGeneratorLambdaJsonSerializer<AuthorizerJson>();
            serializer.Serialize(await rest(serializer.Deserialize<APIGatewayCustomAuthorizerRequest>(input), context), output);
            return;
        }

        var http = new SourceGeneratorLambdaJsonSerializer<AuthorizerV2Json>();
        APIGatewayCustomAuthorizerV2Request request = http.Deserialize<APIGatewayCustomAuthorizerV2Request>(input);
        switch (await function.AuthorizeAsync(request, AmazonRequestEvents.ToRequest, context))
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
