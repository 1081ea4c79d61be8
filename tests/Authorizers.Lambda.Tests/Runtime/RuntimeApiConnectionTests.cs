using System.Net;
using System.Net.Sockets;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>Requests and responses on one connection, and what is done when it is gone.</summary>
public sealed class RuntimeApiConnectionTests
{
    private const string Request = "GET /next HTTP/1.1\r\n\r\n";

    [Fact]
    public void A_request_is_sent_as_it_is()
    {
        const string Head = "POST /answer HTTP/1.1\r\nContent-Length: 300\r\n\r\n";
        string body = Wire.Text([.. Enumerable.Range(0, 300).Select(value => (byte)value)]);
        using var server = new ScriptedServer(Answer.Accepted);
        using var connection = new RuntimeApiConnection(server.Address);

        connection.Exchange(Wire.Bytes(Head), Wire.Bytes(body));

        Assert.Equal(Head + body, Assert.Single(server.Requests).Text);
    }

    [Fact]
    public void One_connection_serves_many_exchanges()
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(Answer.Accepted, 50)]);
        using var connection = new RuntimeApiConnection(server.Address);

        for (int i = 0; i < 50; i++)
        {
            Assert.Equal("{\"status\":\"OK\"}", Exchange(connection));
        }

        Assert.Equal((1, 50), (server.Connections, server.Requests.Count));
    }

    [Theory]
    [InlineData(Answer.AcceptedLast, false)]
    [InlineData(Answer.Accepted, false)]
    [InlineData(Answer.Accepted, true)]
    [InlineData("HTTP/1.0 202 Accepted\r\n\r\n", false)]
    public void A_connection_that_was_closed_after_a_response_is_opened_again(string last, bool resets)
    {
        using var server = new ScriptedServer(
            new ScriptedConnection(Answer.Accepted, last) { Resets = resets },
            new ScriptedConnection(last) { Resets = resets },
            new ScriptedConnection(Answer.Accepted));
        using var connection = new RuntimeApiConnection(server.Address);

        for (int i = 0; i < 4; i++)
        {
            Exchange(connection);
        }

        Assert.Equal((3, 4), (server.Connections, server.Requests.Count));
    }

    [Fact]
    public void A_connection_whose_last_response_this_was_is_not_used_again_even_if_it_stays_open()
    {
        using var server = new ScriptedServer(
            new ScriptedConnection(Answer.AcceptedLast, Answer.Accepted), new ScriptedConnection(Answer.Accepted));
        using var connection = new RuntimeApiConnection(server.Address);

        Exchange(connection);
        Exchange(connection);

        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_request_that_was_taken_and_not_answered_is_sent_again(bool resets)
    {
        using var server = new ScriptedServer(
            new ScriptedConnection(Answer.Accepted, "") { Resets = resets }, new ScriptedConnection(Answer.Accepted));
        using var connection = new RuntimeApiConnection(server.Address);

        Exchange(connection);

        Assert.Equal("{\"status\":\"OK\"}", Exchange(connection));
        Assert.Equal([Request, Request, Request], server.Requests.Select(request => request.Text));
    }

    [Fact]
    public void A_request_is_sent_twice_and_no_more()
    {
        using var server = new ScriptedServer(
            new ScriptedConnection(""), new ScriptedConnection(""), new ScriptedConnection(Answer.Accepted));
        using var connection = new RuntimeApiConnection(server.Address);

        Assert.Throws<RuntimeApiException>(() => Exchange(connection));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_connection_that_ends_in_the_middle_of_a_response_is_not_tried_again(bool reused, bool resets)
    {
        string[] answers = reused ? [Answer.Accepted, Answer.Part] : [Answer.Part];
        using var server = new ScriptedServer(
            new ScriptedConnection(answers) { Resets = resets }, new ScriptedConnection(Answer.Accepted));
        using var connection = new RuntimeApiConnection(server.Address);
        if (reused)
        {
            Exchange(connection);
        }

        Assert.Throws<RuntimeApiException>(() => Exchange(connection));
        Assert.Equal((1, answers.Length), (server.Connections, server.Requests.Count));
    }

    [Fact]
    public void What_is_no_response_is_refused()
    {
        using var server = new ScriptedServer("220 mail.example ESMTP\r\n\r\n");
        using var connection = new RuntimeApiConnection(server.Address);

        Assert.Contains("not HTTP/1.1", Assert.Throws<RuntimeApiException>(() => Exchange(connection)).Message);
    }

    [Fact]
    public void A_port_where_nobody_listens_is_out_of_reach()
    {
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, port: 0));
        using var connection = new RuntimeApiConnection(bound.LocalEndPoint!.ToString()!);

        var refusal = Assert.Throws<RuntimeApiException>(() => Exchange(connection));

        Assert.Equal("The Runtime API cannot be reached.", refusal.Message);
        Assert.IsType<SocketException>(refusal.InnerException);
    }

    [Theory]
    [InlineData("localhost:{0}")]
    [InlineData("[127.0.0.1]:{0}")]
    public void A_host_may_be_a_name_or_stand_in_brackets(string form)
    {
        using var server = new ScriptedServer(Answer.Accepted);
        string port = server.Address[(server.Address.IndexOf(':', StringComparison.Ordinal) + 1)..];
        using var connection = new RuntimeApiConnection(form.Replace("{0}", port, StringComparison.Ordinal));

        Assert.Equal("{\"status\":\"OK\"}", Exchange(connection));
    }

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:")]
    [InlineData(":9001")]
    [InlineData("127.0.0.1:port")]
    [InlineData("127.0.0.1:-1")]
    [InlineData("127.0.0.1: 9001")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("http://127.0.0.1:9001/")]
    public void An_address_is_a_host_and_a_port(string address) =>
        Assert.Throws<RuntimeApiException>(() => new RuntimeApiConnection(address));

    private static string Exchange(RuntimeApiConnection connection) =>
        Wire.Text(connection.Exchange(Wire.Bytes(Request), default).Body.Span);
}
