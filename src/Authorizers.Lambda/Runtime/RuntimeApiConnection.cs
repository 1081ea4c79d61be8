using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Authorizers.Lambda.Runtime;

/// <summary>
/// One keep-alive connection to the Runtime API, blocking: a loop has nothing else to do while it waits, and no thread is
/// needed beside
/// its own. A connection that was closed between two requests is opened again.
/// </summary>
internal sealed class RuntimeApiConnection : IDisposable
{
    private readonly string _host;
    private readonly int _port;
    private NetworkStream? _stream;
    private HttpResponseReader? _reader;

    /// <param name="address">Host and port, as in AWS_LAMBDA_RUNTIME_API.</param>
    /// <exception cref="RuntimeApiException">It is not a host and a port.</exception>
    public RuntimeApiConnection(string address)
    {
        int colon = address.LastIndexOf(':');
        if (colon <= 0
            || !ushort.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            || port == 0)
        {
            throw new RuntimeApiException("AWS_LAMBDA_RUNTIME_API is not host:port.");
        }

        (_host, _port) = (address[..colon].Trim('[', ']'), port);
    }

    /// <summary>Sends one request and waits, without a limit, for its response.</summary>
    /// <exception cref="RuntimeApiException">There is no connection to be had, or what comes is no response.</exception>
    public HttpResponseReader Exchange(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        try
        {
            if (!TryExchange(head, body))
            {
                Close();
                if (!TryExchange(head, body))
                {
                    throw new RuntimeApiException("The Runtime API closed the connection without an answer.");
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new RuntimeApiException("The Runtime API cannot be reached.", e);
        }

        HttpResponseReader reader = _reader!;
        if (reader.Head.HeaderIs("Connection"u8, "close"u8))
        {
            Close();
        }

        return reader;
    }

    public void Dispose() => Close();

    /// <summary>False when the connection turns out to be gone and another may serve.</summary>
    private bool TryExchange(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        bool reused = _stream is not null;
        if (!reused)
        {
            Open();
        }

        try
        {
            _stream!.Write(head);
            if (!body.IsEmpty)
            {
                _stream.Write(body);
            }

            return _reader!.TryRead();
        }
        catch (IOException) when (reused)
        {
            return false;
        }
    }

    private void Open()
    {
        bool numeric = IPAddress.TryParse(_host, out IPAddress? address);
        Socket socket = numeric
            ? new Socket(address!.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true;
            socket.Connect(numeric ? new IPEndPoint(address!, _port) : new DnsEndPoint(_host, _port));
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new HttpResponseReader(_stream);
    }

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }
}
