using System.Text.Json.Nodes;
using Authorizers.Cli.RuntimeApi;
using Authorizers.Core.Policies.Evaluation;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>What API Gateway makes of the authorizer's answer to a handshake.</summary>
/// <param name="Status">101, or what the client is refused with.</param>
/// <param name="Body">With a refusal.</param>
/// <param name="Authorizer">What every later event says of the caller; empty for a refusal.</param>
internal sealed record ConnectDecision(int Status, string? Body, JsonObject Authorizer)
{
    private const int MostBytes = 8192;

    public static ConnectDecision Of(InvocationAnswer answer)
    {
        if (answer.Error is { } error)
        {
            return error.Message == "Unauthorized"
                ? Refusal(401, """{"message":"Unauthorized"}""")
                : Refusal(500, ApiKind.WebSocket.Fault);
        }

        GatewayAnswer decided = new GatewayEvaluation
        {
            Answer = PolicyReader.ReadAnswer(answer.Response.Span, ApiKind.WebSocket),
            Api = ApiKind.WebSocket,
        }.Decide(Handshake.Method);
        return answer.Response.Length > MostBytes ? Refusal(500, ApiKind.WebSocket.Fault)
            : decided.Decision != PolicyDecision.Allow ? Refusal(decided.Status, decided.Body)
            : new ConnectDecision(decided.Status, null, Texts(JsonNode.Parse(answer.Response.Span)!));
    }

    private static ConnectDecision Refusal(int status, string? body) => new(status, body, []);

    /// <summary>Every value of the context is handed on as text.</summary>
    private static JsonObject Texts(JsonNode response)
    {
        var texts = new JsonObject
        {
            ["principalId"] = response["principalId"]!.DeepClone(),
            ["integrationLatency"] = 12,
        };
        foreach ((string key, JsonNode? value) in response["context"]?.AsObject() ?? [])
        {
            texts[key] = value!.ToString();
        }

        return texts;
    }
}
