using System.Text.Json;
using Authorizers.Core.Events;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.Cli.Explain;

/// <summary>What an event of any format says of itself, read for people: nothing is decided by it.</summary>
internal sealed record EventFacts
{
    /// <summary>In API Gateway's words; null when it is none of its events.</summary>
    public string? Format { get; private init; }

    /// <summary>The kind of API that sends such events; null when it is none of them.</summary>
    public ApiKind? Api { get; private init; }

    /// <summary>Null when there is none that can be read.</summary>
    public MethodArn? Method { get; private init; }

    /// <summary>The route that the API chose, as HTTP and WebSocket APIs say it; null for others.</summary>
    public string? RouteKey { get; private init; }

    /// <summary>The client's address; null when the event does not tell.</summary>
    public string? SourceIp { get; private init; }

    public static EventFacts Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } root ? Read(root) : new EventFacts();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new EventFacts();
        }
    }

    private static EventFacts Read(JsonElement root)
    {
        (string? format, ApiKind? api) = Text(root, "type") switch
        {
            "TOKEN" => ("TOKEN", ApiKind.Rest),
            "REQUEST" => RequestFormat(root),
            _ => ((string?)null, (ApiKind?)null),
        };
        bool hasMethod = MethodArn.TryParse(Text(root, "methodArn") ?? Text(root, "routeArn"), out MethodArn? method);
        return new EventFacts
        {
            Format = format,
            Api = api,
            Method = hasMethod ? method : null,
            RouteKey = Text(root, "routeKey") ?? Text(root, "requestContext", "routeKey"),
            SourceIp = Text(root, "requestContext", "identity", "sourceIp") ?? Text(root, "requestContext", "http", "sourceIp"),
        };
    }

    private static (string Format, ApiKind Api) RequestFormat(JsonElement root) =>
        (Text(root, "version"), Text(root, "requestContext", "eventType")) switch
        {
            ("2.0", _) => ("REQUEST 2.0", ApiKind.Http),
            ("1.0", _) => ("REQUEST 1.0", ApiKind.Http),
            (_, "CONNECT" or "MESSAGE" or "DISCONNECT") => ("REQUEST of a WebSocket API", ApiKind.WebSocket),
            _ => ("REQUEST of a REST API", ApiKind.Rest),
        };

    private static string? Text(JsonElement root, params ReadOnlySpan<string> path)
    {
        JsonElement element = root;
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
