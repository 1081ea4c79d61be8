using System.Text.Json;

namespace Authorizers.Benchmarks;

/// <summary>The event of a WebSocket handshake, as large as a browser makes it.</summary>
internal static class ConnectEvent
{
    /// <summary>With one more header; a parameter of the query string, where it is named <c>ticket</c>.</summary>
    public static byte[] Create(string name, string value)
    {
        Dictionary<string, string> headers = new(StringComparer.Ordinal)
        {
            ["Host"] = "w1x2y3z4a5.execute-api.eu-west-1.amazonaws.com",
            ["Connection"] = "upgrade",
            ["Upgrade"] = "websocket",
            ["Origin"] = "https://app.example",
            ["Sec-WebSocket-Version"] = "13",
            ["Sec-WebSocket-Key"] = "d29ydGhsZXNzIG5vbmNlIQ==",
            ["Sec-WebSocket-Extensions"] = "permessage-deflate; client_max_window_bits",
            ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
            ["X-Forwarded-For"] = "203.0.113.9",
            ["X-Forwarded-Port"] = "443",
            ["X-Forwarded-Proto"] = "https",
        };
        Dictionary<string, string> query = new(StringComparer.Ordinal);
        (name == "ticket" ? query : headers)[name] = value;
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "REQUEST",
            methodArn = "arn:aws:execute-api:eu-west-1:123456789012:w1x2y3z4a5/prod/$connect",
            headers,
            multiValueHeaders = headers.ToDictionary(header => header.Key, header => new[] { header.Value }, StringComparer.Ordinal),
            queryStringParameters = query,
            multiValueQueryStringParameters = query.ToDictionary(pair => pair.Key, pair => new[] { pair.Value }, StringComparer.Ordinal),
            requestContext = new
            {
                routeKey = "$connect",
                eventType = "CONNECT",
                messageDirection = "IN",
                connectionId = "L0SM9cOFvHcCIhw=",
                connectedAt = 1795145340000,
                requestTimeEpoch = 1795145340001,
                requestTime = "20/Nov/2026:03:29:00 +0000",
                requestId = "Mx3Yq",
                extendedRequestId = "Mx3Yq",
                stage = "prod",
                domainName = "w1x2y3z4a5.execute-api.eu-west-1.amazonaws.com",
                apiId = "w1x2y3z4a5",
                identity = new { sourceIp = "203.0.113.9" },
            },
        });
    }
}
