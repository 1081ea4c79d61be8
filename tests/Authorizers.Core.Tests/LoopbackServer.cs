using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Authorizers.Core.Tests;

/// <summary>Answers every request on a loopback port with the same bytes, or never, and keeps what was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[]? _answer;
    private readonly SslStreamCertificateContext? _certificate;
    private readonly Task _serving;

    private LoopbackServer(byte[]? answer, SslStreamCertificateContext? certificate = null)
    {
        (_answer, _certificate) = (answer, certificate);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"{(_certificate is null ? "http" : "https")}://{_listener.LocalEndpoint}/document";

    /// <summary>The requests as they came, headers included.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Completed by the first request.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static LoopbackServer Answering(byte[] body, string status = "200 OK", string header = "X-Nothing: nothing") =>
        new(Response(body, status, header));

    /// <summary>Over TLS, with that certificate and whatever intermediates it comes with.</summary>
    public static LoopbackServer Answering(byte[] body, SslStreamCertificateContext certificate) =>
        new(Response(body, "200 OK", "X-Nothing: nothing"), certificate);

    public static LoopbackServer AnsweringExactly(string answer) => new(Encoding.ASCII.GetBytes(answer));

    public static LoopbackServer NeverAnswering() => new(null);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private static byte[] Response(byte[] body, string status, string header)
    {
        string head = $"HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private async Task<Stream> OpenAsync(NetworkStream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        var secured = new SslStream(stream);
        var options = new SslServerAuthenticationOptions { ServerCertificateContext = _certificate };
        await secured.AuthenticateAsServerAsync(options, _stop.Token);
        return secured;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using Stream stream = await OpenAsync(client.GetStream());
                await AnswerAsync(stream);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or AuthenticationException)
        {
            // The test is over, or the client hung up, which some tests make it do.
        }
    }

    private async Task AnswerAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var request = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            request.AppendLine(line);
        }

        Requests.Add(request.ToString());
        Asked.TrySetResult();
        if (_answer is null)
        {
            await new TaskCompletionSource().Task.WaitAsync(_stop.Token);
        }

        await stream.WriteAsync(_answer, _stop.Token);
    }
}
