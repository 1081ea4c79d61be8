using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Authorizers.Core.Tests.Verification.Introspection;

/// <summary>
/// An introspection endpoint on a loopback port. It keeps connections open, answers many at the same time, and keeps what was
/// asked.
/// </summary>
internal sealed class IntrospectionServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;

    public IntrospectionServer()
    {
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}/introspect");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public ConcurrentQueue<IntrospectionRequest> Requests { get; } = new();

    /// <summary>Hangs up with a reset, as a connection does that nobody knows any more.</summary>
    public bool Resets { get; set; }

    /// <summary>Makes the whole HTTP response; null hangs up.</summary>
    public Func<IntrospectionRequest, Task<byte[]?>> Answering { get; set; } = _ => Response(Active());

    /// <summary>What is said of an active token, spoilt as told.</summary>
    public static string Active(Action<JsonObject>? spoil = null)
    {
        JsonObject members = Some.Claims();
        members["active"] = true;
        members["token_type"] = "Bearer";
        spoil?.Invoke(members);
        return members.ToJsonString();
    }

    public static Task<byte[]?> Response(string body, string status = "200 OK", string header = "X-Nothing: nothing") =>
        Response(Some.Utf8(body), status, header);

    public static Task<byte[]?> Response(byte[] body, string status = "200 OK", string header = "X-Nothing: nothing") =>
        Task.FromResult<byte[]?>(
            [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{header}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body]);

    public void Answer(string body, string status = "200 OK") => Answering = _ => Response(body, status);

    /// <summary>Leaves every request waiting until the source is completed with the text of a 200.</summary>
    public TaskCompletionSource<string> Hold()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        Answering = async _ => await Response(await answer.Task.WaitAsync(_stop.Token));
        return answer;
    }

    /// <summary>Completes when one more request has come since the last time this was asked.</summary>
    public Task AskedAsync() => _arrivals.WaitAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Stop();
        _stop.Dispose();
        _arrivals.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                while (await IntrospectionRequest.ReadAsync(stream, _stop.Token) is { } request)
                {
                    Requests.Enqueue(request);
                    Task<byte[]?> answer = Answering(request);
                    _arrivals.Release();
                    if (await answer is not { } bytes)
                    {
                        if (Resets)
                        {
                            client.Client.Close(timeout: 0);
                        }

                        return;
                    }

                    await stream.WriteAsync(bytes, _stop.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                // The test is over, or the client hung up, which some tests make it do.
            }
        }
    }
}
