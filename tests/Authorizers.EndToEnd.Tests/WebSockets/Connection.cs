using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>An open connection, as API Gateway keeps it: its client here, its message handler there.</summary>
/// <param name="handshake">By which it was opened.</param>
/// <param name="authorizer">What was said of the caller then.</param>
/// <param name="socket">To the client.</param>
internal sealed class Connection(Handshake handshake, JsonObject authorizer, WebSocket socket) : IDisposable
{
    private const int LongestMessage = 128 * 1024;

    private readonly byte[] _buffer = new byte[LongestMessage];
    private readonly SemaphoreSlim _turn = new(1);

    public Handshake Handshake => handshake;

    /// <summary>Hands each message to the handler and its answer, if there is one, to the client, until the end.</summary>
    public async Task ServeAsync(Func<JsonObject, Task<string?>> handler)
    {
        while (await ReceiveAsync() is { } message)
        {
            if (await handler(ToEvent(message)) is { } answer)
            {
                await SendAsync(answer);
            }
        }

        await CloseAsync();
    }

    public Task SendAsync(string message) => InTurnAsync(() => socket.SendAsync(
        Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None));

    public Task CloseAsync() =>
        InTurnAsync(() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None));

    /// <summary>Without a word to the client.</summary>
    public void Abort() => socket.Abort();

    public void Dispose() => _turn.Dispose();

    private async Task InTurnAsync(Func<Task> act)
    {
        await _turn.WaitAsync();
        try
        {
            await (socket.State is WebSocketState.Open or WebSocketState.CloseReceived ? act() : Task.CompletedTask);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Null when there will be none.</summary>
    private async Task<string?> ReceiveAsync()
    {
        int length = 0;
        try
        {
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
                length += received.Count;
            }
            while (!received.EndOfMessage);

            return received.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(_buffer, 0, length);
        }
        catch (WebSocketException)
        {
            // The client is gone without a word.
            return null;
        }
    }

    private JsonObject ToEvent(string message)
    {
        JsonObject context = handshake.ToContext("$default", "MESSAGE");
        context["messageId"] = "Mx3YqdEFvHcCIhw=";
        context["authorizer"] = authorizer.DeepClone();
        return new JsonObject { ["requestContext"] = context, ["body"] = message, ["isBase64Encoded"] = false };
    }
}
