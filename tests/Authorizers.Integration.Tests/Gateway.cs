using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Authorizers.Integration.Tests;

/// <summary>What API Gateway makes of a context on its way to a backend, one method for each kind of event.</summary>
internal static class Gateway
{
    /// <summary>Every value as text, beside what the gateway adds.</summary>
    public static JsonObject RestEvent(string? principalId, JsonObject? context) => new()
    {
        ["resource"] = "/orders/{id}",
        ["path"] = "/orders/42",
        ["httpMethod"] = "GET",
        ["headers"] = null,
        ["requestContext"] = new JsonObject
        {
            ["resourcePath"] = "/orders/{id}",
            ["stage"] = "prod",
            ["authorizer"] = Flat(principalId, context),
        },
        ["body"] = null,
        ["isBase64Encoded"] = false,
    };

    /// <summary>A message on a connection that was authorized at <c>$connect</c>.</summary>
    public static JsonObject WebSocketEvent(string? principalId, JsonObject? context) => new()
    {
        ["requestContext"] = new JsonObject
        {
            ["routeKey"] = "sendOrder",
            ["eventType"] = "MESSAGE",
            ["connectionId"] = "L0SM9cOFvHcCIhw=",
            ["connectedAt"] = 1795145340000,
            ["authorizer"] = Flat(principalId, context),
        },
        ["body"] = "{}",
        ["isBase64Encoded"] = false,
    };

    /// <summary>An HTTP API whose integration has payload format 1.0.</summary>
    public static JsonObject Http1Event(string? principalId, JsonObject? context)
    {
        JsonObject request = RestEvent(principalId, context);
        request.Insert(0, "version", "1.0");
        return request;
    }

    /// <summary>Values keep their JSON types; the principal is not handed on.</summary>
    public static JsonObject Http2Event(JsonObject? context) => new()
    {
        ["version"] = "2.0",
        ["routeKey"] = "GET /orders/{id}",
        ["rawPath"] = "/orders/42",
        ["requestContext"] = new JsonObject
        {
            ["routeKey"] = "GET /orders/{id}",
            ["stage"] = "$default",
            ["authorizer"] = new JsonObject { ["lambda"] = context?.DeepClone() },
        },
        ["isBase64Encoded"] = false,
    };

    public static APIGatewayProxyRequest Typed(JsonObject request) =>
        new SourceGeneratorLambdaJsonSerializer<RestJson>().Deserialize<APIGatewayProxyRequest>(Stream(request));

    public static APIGatewayHttpApiV2ProxyRequest TypedHttp2(JsonObject request) =>
        new SourceGeneratorLambdaJsonSerializer<HttpApi2Json>().Deserialize<APIGatewayHttpApiV2ProxyRequest>(Stream(request));

    public static byte[] Bytes(JsonObject request) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(request);

    private static MemoryStream Stream(JsonObject request) => new(Bytes(request));

    private static JsonObject Flat(string? principalId, JsonObject? context)
    {
        JsonObject texts = new() { ["integrationLatency"] = 12 };
        if (principalId is not null)
        {
            texts["principalId"] = principalId;
        }

        foreach ((string key, JsonNode? value) in context ?? [])
        {
            texts[key] = value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String
                ? (string?)scalar
                : value?.ToJsonString();
        }

        return texts;
    }
}
