using Amazon.Lambda.APIGatewayEvents;

namespace Authorizers.Integration.Tests;

/// <summary>The C# of docs/backends.md and docs/websocket.md, to the letter.</summary>
internal static class DocumentExamples
{
    /// <summary>As an example stands in this file.</summary>
    public static string Indented(string example) =>
        string.Join('\n', example.Split('\n').Select(line => line.Length > 0 ? $"    {line}" : line));

    public static string Order(APIGatewayProxyRequest request)
    {
        var caller = AuthorizerContext.From(request); // throws when nobody vouched for the request

        return caller.TryGetString("tenant", out string? tenant)
            ? $"{caller.PrincipalId} of {tenant}"
            : throw new InvalidOperationException("The authorizer names no tenant.");
    }

    public static string OrderOverHttp(APIGatewayHttpApiV2ProxyRequest request)
    {
        var caller = AuthorizerContext.From(request);
        bool mayExport = caller.Texts("roles").Contains("admins")
            && caller.TryGetBoolean("verified", out bool verified) && verified
            && caller.TryGetInt64("level", out long level) && level >= 3;

        return mayExport ? "everything" : "one order";
    }

    public static int Status(ReadOnlySpan<byte> request) =>
        AuthorizerContext.TryFrom(request, out AuthorizerContext? caller) && caller.TryGetString("tenant", out _) ? 200 : 403;

    public static APIGatewayProxyResponse Connect(APIGatewayProxyRequest request) =>
        AuthorizerContext.From(request).TryGetString("subprotocol", out string? subprotocol)
            ? new() { StatusCode = 200, Headers = new Dictionary<string, string> { ["Sec-WebSocket-Protocol"] = subprotocol } }
            : new() { StatusCode = 200 };

    public static async Task<APIGatewayProxyResponse> Message(
        APIGatewayProxyRequest request, Func<string, CancellationToken, Task> close, TimeProvider clock, CancellationToken cancel)
    {
        var caller = AuthorizerContext.From(request);
        if (!caller.TryGetInt64("exp", out long exp) || clock.GetUtcNow().ToUnixTimeSeconds() >= exp)
        {
            await close(request.RequestContext.ConnectionId, cancel);
            return new APIGatewayProxyResponse { StatusCode = 401 }; // for the log: the client hears of its end alone
        }

        return new APIGatewayProxyResponse { StatusCode = 200 }; // here goes what the message asks for
    }
}
