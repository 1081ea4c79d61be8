using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Authorizers.Integration.Tests.Tables;

/// <summary>
/// A loopback server that speaks as DynamoDB does: one answer of its script for each request, on connections that are kept. An
/// empty answer is none: it hangs up.
/// </summary>
internal sealed class DynamoDbStub : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string[] _answers;
    private readonly Task _serving;

    /// <param name="answers">Each a status and, after a space, a body.</param>
    public DynamoDbStub(params string[] answers)
    {
        _answers = answers;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>The bodies of the requests, in order.</summary>
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                while (await AnswerAsync(reader, client.GetStream()))
                {
                    // The connection is kept.
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The test is over, or the client hung up.
            }
        }
    }

    /// <summary>False when the client or the script hangs up.</summary>
    private async Task<bool> AnswerAsync(StreamReader reader, Stream stream)
    {
        int length = 0;
        string? line;
        while ((line = await reader.ReadLineAsync(_stop.Token)) is { Length: > 0 })
        {
            length = line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
                ? int.Parse(line.Split(':')[1], CultureInfo.InvariantCulture)
                : length;
        }

        if (line is null)
        {
            return false;
        }

        char[] body = new char[length];
        await reader.ReadBlockAsync(body, _stop.Token);
        string answer = Next(new string(body));
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer.Length > 0 ? Response(answer) : ""), _stop.Token);
        return answer.Length > 0;
    }

    private string Next(string request)
    {
        lock (Requests)
        {
            Requests.Add(request);
            return Requests.Count <= _answers.Length ? _answers[Requests.Count - 1] : "500 {}";
        }
    }

    private static string Response(string answer)
    {
        string body = answer[4..];
        return $"HTTP/1.1 {answer[..3]} x\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}";
    }
}
