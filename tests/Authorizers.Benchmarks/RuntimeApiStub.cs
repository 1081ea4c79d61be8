using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Authorizers.Benchmarks;

/// <summary>
/// The Runtime API for one connection and one event, over and over, with as little in it as can be: what is measured is on the other side.
/// </summary>
internal sealed class RuntimeApiStub : IDisposable
{
    private static readonly byte[] Accepted =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"OK\"}"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _next;
    private readonly byte[] _received = new byte[64 * 1024];
    private Socket? _connection;

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

    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>Hands the event out once and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is an error.</exception>
    public void InvokeOnce()
    {
        if (_connection is null)
        {
            _connection = _listener.AcceptSocket();
            _connection.NoDelay = true;
        }

        ReadRequest();
        _connection.Send(_next);
        ReadOnlySpan<byte> answer = ReadRequest();
        if (answer.IndexOf("/response HTTP/1.1\r\n"u8) < 0)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        }

        _connection.Send(Accepted);
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _listener.Dispose();
    }

    private ReadOnlySpan<byte> ReadRequest()
    {
        int length = 0;
        while (true)
        {
            int received = _connection!.Receive(_received.AsSpan(length));
            length += received > 0 ? received : throw new InvalidOperationException("The function has gone.");
            ReadOnlySpan<byte> request = _received.AsSpan(0, length);
            int headEnd = request.IndexOf("\r\n\r\n"u8);
            if (headEnd >= 0 && length >= headEnd + 4 + BodyLength(request[..headEnd]))
            {
                return request;
            }
        }
    }

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        int at = head.IndexOf("\r\nContent-Length: "u8);
        ReadOnlySpan<byte> rest = at < 0 ? default : head[(at + 18)..];
        int end = rest.IndexOf((byte)'\r');
        return at < 0 ? 0 : int.Parse(end < 0 ? rest : rest[..end], CultureInfo.InvariantCulture);
    }
}
