using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Authorizers.Cli.Tests.Issuer;

/// <summary>A server that answers for the terminal of whoever pins it.</summary>
public sealed class HostileServerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_moves_the_cursor_is_not_said()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task answering = AnswerAsync(listener, "\u001b[2K\u0007 all is well\r\n\r\n");
        string file = _folder.Write(
            "authorizer.json",
            $$"""
            {
              "issuers": [{ "issuer": "http://{{listener.LocalEndpoint}}/", "allowHttp": true, "anyAudience": true }],
              "routes": [{ "route": "GET /orders" }]
            }
            """);

        CommandRun run = await CommandRun.OfAsync("issuer", "pin", "--config", file);
        await answering;

        Assert.Equal(ExitCode.Failed, run.ExitCode);
        Assert.Contains("\\u001B[2K\\u0007 all is well", run.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Talk, letter => char.IsControl(letter) && letter != '\n');
    }

    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, leaveOpen: true);
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 })
        {
            // The request does not matter.
        }

        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer), TestContext.Current.CancellationToken);
    }
}
