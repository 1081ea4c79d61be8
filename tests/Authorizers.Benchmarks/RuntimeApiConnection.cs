using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Authorizers.Benchmarks;

/// <summary>One loop's connection: hands the same event out again and again.</summary>
internal sealed class RuntimeApiConnection(Socket socket, byte[] next) : IDisposable
{
    private static readonly byte[] Accepted =
        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"status\":\"OK\"}"u8.ToArray();

    private readonly byte[] _received = new byte[64 * 1024];

    /// <summary>Hands the event out once and waits for the answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is an error, or there is none.</exception>
    public void InvokeOnce()
    {
        ReadRequest();
        socket.Send(next);
        ReadOnlySpan<byte> answer = ReadRequest();
        if (answer.IndexOf("/response HTTP/1.1\r\n"u8) < 0)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        }

        socket.Send(Accepted);
    }

    public void Dispose() => socket.Dispose();

    private ReadOnlySpan<byte> ReadRequest()
    {
        int length = 0;
        while (true)
        {
            int received = socket.Receive(_received.AsSpan(length));
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
