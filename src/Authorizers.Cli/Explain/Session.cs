using System.Text.Json;

namespace Authorizers.Cli.Explain;

/// <summary>What the backend of a WebSocket connection is told of it, with every message.</summary>
/// <param name="Ends">When it should end.</param>
/// <param name="ConnectionId">Null where the event has none.</param>
/// <param name="Subprotocol">What the answer of <c>$connect</c> must name; null where the client offers none.</param>
internal sealed record Session(DateTimeOffset Ends, string? ConnectionId, string? Subprotocol)
{
    /// <summary>Null where nobody may connect.</summary>
    public static Session? Of(FunctionAnswer answer)
    {
        if (answer.Error is not null || answer.Record.Outcome != "allowed")
        {
            return null;
        }

        JsonElement context = JsonElement.Parse(answer.Response.Span).GetProperty("context");
        return new Session(
            DateTimeOffset.FromUnixTimeSeconds(context.GetProperty("exp").GetInt64()),
            Text(context, "connectionId"),
            Text(context, "subprotocol") is { } offered ? Shown(offered) : null);
    }

    /// <summary>Without a list, a client's word alone.</summary>
    private static string Shown(string subprotocol) =>
        SecretText.MayHoldToken(subprotocol) ? "(not shown: there may be a credential in it)" : subprotocol;

    private static string? Text(JsonElement context, string name) =>
        context.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;
}
