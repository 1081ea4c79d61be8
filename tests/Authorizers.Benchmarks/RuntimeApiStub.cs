using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Authorizers.Benchmarks;

/// <summary>The Runtime API with as little in it as can be: what is measured is on the other side.</summary>
internal sealed class RuntimeApiStub : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _next;

    /// <param name="json">The event that every connection gets.</param>
    public RuntimeApiStub(byte[] json)
    {
        _listener.Start();
        byte[] head = Encoding.ASCII.GetBytes(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            + "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\nLambda-Runtime-Deadline-Ms: 4102444800000\r\n"
            + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:123456789012:function:token\r\n"
            + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1\r\n"
            + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {json.Length}\r\n\r\n"));
        _next = [.. head, .. json];
    }

    /// <summary>Host and port.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Waits for the next loop to connect.</summary>
    public RuntimeApiConnection Accept()
    {
        Socket socket = _listener.AcceptSocket();
        socket.NoDelay = true;
        return new RuntimeApiConnection(socket, _next);
    }

    public void Dispose() => _listener.Dispose();
}
