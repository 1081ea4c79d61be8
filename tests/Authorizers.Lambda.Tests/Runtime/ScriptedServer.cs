using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>
/// A Runtime API on a free loopback port that sends what its script says and keeps what it is sent. When the script is over
/// it closes every connection at once, which ends a loop; when a request does not come in time it is over too.
/// </summary>
internal sealed class ScriptedServer : IDisposable
{
    private const int Patience = 20_000;
    private const string LengthHeader = "Content-Length: ";

    private readonly ConcurrentQueue<RecordedRequest> _requests = [];
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Task _serving;
    private int _connections;

    public ScriptedServer(params IReadOnlyList<ScriptedConnection> script)
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port: 0));
        _listener.Listen();
        Address = _listener.LocalEndPoint!.ToString()!;
        _serving = Task.Factory.StartNew(
            () => Serve(script), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>One connection with these answers.</summary>
    public ScriptedServer(params IReadOnlyList<string> answers)
        : this(new ScriptedConnection([.. answers]))
    {
    }

    /// <summary>Host and port, as in AWS_LAMBDA_RUNTIME_API.</summary>
    public string Address { get; }

    /// <summary>All requests so far, in their order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>How many connections of the script were opened so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public void Dispose()
    {
        _listener.Dispose();
        Assert.True(_serving.Wait(Patience));
    }

    private void Serve(IReadOnlyList<ScriptedConnection> script)
    {
        try
        {
            foreach (ScriptedConnection connection in script)
            {
                using Socket socket = _listener.Accept();
                Interlocked.Increment(ref _connections);
                Serve(socket, connection);
            }

            while (true)
            {
                _listener.Accept().Dispose();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed, or nothing came in time: either way it is over.
        }
        finally
        {
            _listener.Dispose();
        }
    }

    private void Serve(Socket socket, ScriptedConnection connection)
    {
        socket.ReceiveTimeout = socket.SendTimeout = Patience;
        foreach (string answer in connection.Answers)
        {
            if (!TryReceive(socket, out RecordedRequest? request))
            {
                return;
            }

            _requests.Enqueue(request);
            socket.Send(Wire.Bytes(answer));
        }

        if (connection.Resets)
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        else
        {
            socket.Shutdown(SocketShutdown.Send);
        }
    }

    private static bool TryReceive(Socket socket, [NotNullWhen(true)] out RecordedRequest? request)
    {
        request = null;
        var received = new MemoryStream();
        byte[] piece = new byte[64 * 1024];
        while (request is null && socket.Receive(piece) is > 0 and int length)
        {
            received.Write(piece, 0, length);
            request = Parse(received.GetBuffer().AsSpan(0, (int)received.Length));
        }

        return request is not null;
    }

    private static RecordedRequest? Parse(ReadOnlySpan<byte> received)
    {
        int end = received.IndexOf("\r\n\r\n"u8) + 4;
        if (end < 4)
        {
            return null;
        }

        string head = Wire.Text(received[..end]);
        string? said = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(LengthHeader, StringComparison.Ordinal));
        int length = said is null ? 0 : int.Parse(said.AsSpan(LengthHeader.Length), CultureInfo.InvariantCulture);
        return received.Length < end + length ? null : new RecordedRequest(head, Wire.Text(received[end..]));
    }
}
