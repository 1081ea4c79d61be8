using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Authorizers.EndToEnd.Tests;

/// <summary>
/// A Runtime API of bytes: it sends just what a test says, in the pieces that it says, to one published function.
/// </summary>
internal sealed class RawRuntimeApi : IDisposable
{
    private const int LimitMilliseconds = 30_000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Process _process;
    private Socket? _connection;

    public RawRuntimeApi(Publication function)
    {
        _listener.Start();
        var start = new ProcessStartInfo(function.Bootstrap) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = _listener.LocalEndpoint.ToString();
        start.Environment["AUTHORIZER_CONFIG"] = The.Configuration;
        _process = Process.Start(start)!;
    }

    /// <summary>The head of an answer to "next", without what says where its body ends.</summary>
    public static string NextHead =>
        "HTTP/1.1 200 OK\r\nlambda-runtime-aws-request-id: 1\r\nLAMBDA-RUNTIME-DEADLINE-MS: 4102444800000\r\n";

    /// <summary>Waits for the function to connect, again if it was connected before.</summary>
    public void Accept()
    {
        Assert.True(_listener.Server.Poll(LimitMilliseconds * 1000, SelectMode.SelectRead), "The function does not connect.");
        _connection?.Dispose();
        _connection = _listener.AcceptSocket();
        _connection.NoDelay = true;
        _connection.ReceiveTimeout = LimitMilliseconds;
    }

    /// <summary>One piece.</summary>
    public void Send(string text) => _connection!.Send(Encoding.UTF8.GetBytes(text));

    /// <summary>Each byte in a piece of its own.</summary>
    public void SendByteByByte(string text)
    {
        foreach (byte piece in Encoding.UTF8.GetBytes(text))
        {
            _connection!.Send([piece]);
        }
    }

    public void Close() => _connection!.Close();

    /// <summary>True when the function sends nothing for a while.</summary>
    public bool IsSilent() => !_connection!.Poll(100_000, SelectMode.SelectRead);

    /// <summary>The next request's first line.</summary>
    public string Receive()
    {
        var request = new StringBuilder();
        byte[] buffer = new byte[64 * 1024];
        while (!IsWhole(request.ToString()))
        {
            int received = _connection!.Receive(buffer);
            Assert.NotEqual(0, received);
            request.Append(Encoding.UTF8.GetString(buffer, 0, received));
        }

        return request.ToString().Split("\r\n")[0];
    }

    /// <summary>Waits for the function to end by itself.</summary>
    public int ExitCode()
    {
        Assert.True(_process.WaitForExit(LimitMilliseconds), "The function does not end.");
        return _process.ExitCode;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _connection?.Dispose();
        _listener.Dispose();
    }

    private static bool IsWhole(string request)
    {
        string[] parts = request.Split("\r\n\r\n", 2);
        string? length = parts[0].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        return parts.Length == 2 && (length is null || parts[1].Length >= int.Parse(length[16..], System.Globalization.CultureInfo.InvariantCulture));
    }
}
