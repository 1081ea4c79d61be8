using System.Buffers;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Authorizers.Core;
using Authorizers.Core.Events;

namespace Authorizers.Lambda.Typed;

/// <summary>
/// From Amazon's types of REQUEST events to the core's, by way of the JSON that they came from: one reader reads both.
/// </summary>
public static class AmazonRequestEvents
{
    /// <summary>
    /// Reads the event of a REST API, or of an HTTP API with payload format 1.0, which cannot be told apart here.
    /// </summary>
    /// <exception cref="InvalidEventException">It is null, no REQUEST event, or its method ARN is none.</exception>
    public static AuthorizerRequest ToRequest(APIGatewayCustomAuthorizerRequest? request) => Read(writer =>
    {
        writer.WriteString("type"u8, request?.Type);
        writer.WriteString("methodArn"u8, request?.MethodArn);
        WriteMap(writer, "headers", request?.Headers);
        WriteMap(writer, "queryStringParameters", request?.QueryStringParameters);
        WriteMap(writer, "stageVariables", request?.StageVariables);
        if (request?.RequestContext is { } context)
        {
            AmazonRequestContext.Write(writer, context);
        }
    });

    /// <summary>Reads the event of an HTTP API with payload format 2.0.</summary>
    /// <exception cref="InvalidEventException">It is null, no REQUEST event, or its route ARN is none.</exception>
    public static AuthorizerRequest ToRequest(APIGatewayCustomAuthorizerV2Request? request) => Read(writer =>
    {
        writer.WriteString("version"u8, "2.0"u8);
        writer.WriteString("type"u8, request?.Type);
        writer.WriteString("routeArn"u8, request?.RouteArn);
        writer.WriteString("routeKey"u8, request?.RouteKey);
        writer.WriteString("rawQueryString"u8, request?.RawQueryString);
        WriteMap(writer, "headers", request?.Headers);
        WriteMap(writer, "queryStringParameters", request?.QueryStringParameters);
        WriteMap(writer, "stageVariables", request?.StageVariables);
        writer.WriteStartArray("cookies"u8);
        request?.Cookies?.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
        if (request?.RequestContext is { } context)
        {
            AmazonRequestContext.Write(writer, context);
        }
    });

    private static AuthorizerRequest Read(Action<Utf8JsonWriter> write)
    {
        var json = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(json, CompactJson.Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return RequestEvent.Read(json.WrittenMemory);
    }

    private static void WriteMap(Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string>>? map)
    {
        writer.WriteStartObject(name);
        foreach ((string key, string value) in map ?? [])
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }
}
