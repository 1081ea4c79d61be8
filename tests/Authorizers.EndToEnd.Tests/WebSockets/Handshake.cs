using System.Globalization;
using System.Text.Json.Nodes;
using Authorizers.Core.Events;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>A client's request to open a connection, as API Gateway tells of it.</summary>
internal sealed record Handshake
{
    public const string Stage = "prod";

    private const string ApiId = "w1x2y3z4a5";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    public string Address { get; init; } = "203.0.113.9";

    public string Domain { get; init; } = $"{ApiId}.execute-api.eu-west-1.amazonaws.com";

    public string ConnectionId { get; init; } = "L0SM9cOFvHcCIhw=";

    public DateTimeOffset ConnectedAt { get; init; } = new(2026, 11, 20, 3, 29, 0, TimeSpan.Zero);

    /// <summary>What the authorizer is asked about.</summary>
    public static MethodArn Method { get; } =
        MethodArn.TryParse($"arn:aws:execute-api:eu-west-1:123456789012:{ApiId}/{Stage}/$connect", out MethodArn? arn)
            ? arn
            : throw new FormatException();

    /// <summary>The event of the authorizer.</summary>
    public JsonObject ToAuthorizerEvent()
    {
        JsonObject request = ToEvent();
        request.Insert(0, "type", "REQUEST");
        request.Insert(1, "methodArn", Method.ToString());
        return request;
    }

    /// <summary>The event of the integration of <c>$connect</c>, once the authorizer has allowed it.</summary>
    public JsonObject ToIntegrationEvent(JsonObject authorizer)
    {
        JsonObject request = ToEvent();
        request["requestContext"]!["authorizer"] = authorizer.DeepClone();
        request["isBase64Encoded"] = false;
        return request;
    }

    /// <summary>What every event of the connection has in common.</summary>
    public JsonObject ToContext(string routeKey, string eventType) => new()
    {
        ["routeKey"] = routeKey,
        ["eventType"] = eventType,
        ["messageDirection"] = "IN",
        ["connectionId"] = ConnectionId,
        ["connectedAt"] = ConnectedAt.ToUnixTimeMilliseconds(),
        ["requestTimeEpoch"] = ConnectedAt.ToUnixTimeMilliseconds() + 1,
        ["requestTime"] = ConnectedAt.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
        ["requestId"] = "Mx3Yq",
        ["extendedRequestId"] = "Mx3Yq",
        ["stage"] = Stage,
        ["domainName"] = Domain,
        ["apiId"] = ApiId,
        ["identity"] = new JsonObject { ["sourceIp"] = Address },
    };

    private JsonObject ToEvent()
    {
        var request = new JsonObject { ["headers"] = Last(Headers), ["multiValueHeaders"] = All(Headers) };
        if (Query.Count > 0)
        {
            request["queryStringParameters"] = Last(Query);
            request["multiValueQueryStringParameters"] = All(Query);
        }

        request["stageVariables"] = new JsonObject();
        request["requestContext"] = ToContext("$connect", "CONNECT");
        return request;
    }

    /// <summary>Of a name that stands there twice, the last value is left.</summary>
    private static JsonObject Last(IReadOnlyList<KeyValuePair<string, string>> values) => new(
        values.GroupBy(pair => pair.Key).Select(group => KeyValuePair.Create(group.Key, (JsonNode?)group.Last().Value)));

    private static JsonObject All(IReadOnlyList<KeyValuePair<string, string>> values) => new(
        values.GroupBy(pair => pair.Key).Select(group => KeyValuePair.Create(
            group.Key, (JsonNode?)new JsonArray([.. group.Select(pair => (JsonNode?)pair.Value)]))));
}
