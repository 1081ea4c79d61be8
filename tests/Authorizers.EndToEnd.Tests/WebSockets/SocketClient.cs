using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Authorizers.EndToEnd.Tests.WebSockets;

/// <summary>A client that is no browser: it sends the headers that it is told to.</summary>
internal sealed class SocketClient : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _limit = new(Limit);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly ClientWebSocket _socket = new();

    private SocketClient()
    {
        _socket.Options.Proxy = null;
        _socket.Options.CollectHttpResponseDetails = true;
    }

    /// <summary>101, or what the handshake was refused with.</summary>
    public int Status => (int)_socket.HttpStatusCode;

    /// <summary>The one that the server has chosen; null for none.</summary>
    public string? Subprotocol => _socket.SubProtocol;

    public static async Task<SocketClient> ConnectAsync(Uri address, Action<ClientWebSocketOptions>? prepare = null)
    {
        var client = new SocketClient();
        prepare?.Invoke(client._socket.Options);
        try
        {
            await client._socket.ConnectAsync(address, client._limit.Token);
        }
        catch (WebSocketException) when (client.Status is > 0 and not (int)HttpStatusCode.SwitchingProtocols)
        {
            // Its status says so.
        }

        return client;
    }

    /// <summary>Sends a message.</summary>
    /// <returns>What comes next; null when that is the end of the connection.</returns>
    public async Task<string?> AskAsync(string message)
    {
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, _limit.Token);
        return await ReceiveAsync();
    }

    /// <returns>Null at the end of the connection.</returns>
    public async Task<string?> ReceiveAsync()
    {
        WebSocketReceiveResult received = await _socket.ReceiveAsync(_buffer, _limit.Token);
        Assert.True(received.EndOfMessage);
        return received.MessageType == WebSocketMessageType.Close ? null : Encoding.UTF8.GetString(_buffer, 0, received.Count);
    }

    public void Dispose()
    {
        _socket.Dispose();
        _limit.Dispose();
    }
}
