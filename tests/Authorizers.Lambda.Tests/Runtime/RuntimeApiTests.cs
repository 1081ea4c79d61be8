using System.Text;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>The Runtime API's calls, byte for byte, and what is made of its answers.</summary>
public sealed class RuntimeApiTests
{
    private readonly StringBuilder _log = new();

    [Fact]
    public void Next_asks_for_the_next_invocation()
    {
        using var server = new ScriptedServer(Answer.Event());
        using RuntimeApi api = Open(server);

        api.Next(out _).Dispose();

        Assert.Equal(
            $"GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: {server.Address}\r\n\r\n",
            Assert.Single(server.Requests).Text);
    }

    [Fact]
    public void Next_gives_the_event_as_it_was_sent()
    {
        const string Json = "{ \"authorizationToken\" : \"\\u00e9\" }\n";
        using var server = new ScriptedServer(Answer.Event(json: Json));
        using RuntimeApi api = Open(server);

        api.Next(out ReadOnlyMemory<byte> json).Dispose();

        Assert.Equal(Json, Wire.Text(json.Span));
    }

    [Fact]
    public void A_response_is_posted_under_the_invocation()
    {
        using var server = new ScriptedServer(Answer.Accepted);
        using RuntimeApi api = Open(server);

        api.Respond(The.RequestId, "{\"a\":1}"u8);

        Assert.Equal(
            $"POST /2018-06-01/runtime/invocation/{The.RequestId}/response HTTP/1.1\r\nHost: {server.Address}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
            Assert.Single(server.Requests).Text);
    }

    [Fact]
    public void A_response_of_any_length_is_posted_whole()
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(Answer.Accepted, 7)]);
        using RuntimeApi api = Open(server);
        int[] lengths = [0, 1, 500, 800, 1000, 5000, 200_000];
        string[] bodies = [.. lengths.Select(length => new string('x', length))];

        Assert.All(bodies, body => api.Respond(The.RequestId, Wire.Bytes(body)));

        Assert.Equal(bodies, server.Requests.Select(request => request.Body));
    }

    [Fact]
    public void An_error_is_posted_under_the_invocation()
    {
        using var server = new ScriptedServer(Answer.Accepted);
        using RuntimeApi api = Open(server);

        api.Fail(The.RequestId, new InvocationError("Outage", "code: A sentence."));

        Assert.Equal(
            $"POST /2018-06-01/runtime/invocation/{The.RequestId}/error HTTP/1.1\r\nHost: {server.Address}\r\n"
                + "Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: Function.Outage\r\n"
                + "Content-Length: 73\r\n\r\n{\"errorType\":\"Outage\",\"errorMessage\":\"code: A sentence.\",\"stackTrace\":[]}",
            Assert.Single(server.Requests).Text);
    }

    [Fact]
    public void A_failed_start_is_posted_once_for_all()
    {
        using var server = new ScriptedServer(Answer.Accepted);
        using RuntimeApi api = Open(server);

        api.FailInit(new InvocationError("Fault", "m"));

        Assert.Equal(
            $"POST /2018-06-01/runtime/init/error HTTP/1.1\r\nHost: {server.Address}\r\n"
                + "Content-Type: application/vnd.aws.lambda.error+json\r\nLambda-Runtime-Function-Error-Type: Runtime.Fault\r\n"
                + "Content-Length: 56\r\n\r\n{\"errorType\":\"Fault\",\"errorMessage\":\"m\",\"stackTrace\":[]}",
            Assert.Single(server.Requests).Text);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(299)]
    public void Success_is_not_worth_a_line(int status)
    {
        using var server = new ScriptedServer(Answer.Status(status), Answer.Status(status));
        using RuntimeApi api = Open(server);

        api.Respond(The.RequestId, "{}"u8);
        api.Fail(The.RequestId, new InvocationError("Fault", "m"));

        Assert.Equal("", _log.ToString());
    }

    [Theory]
    [InlineData(307)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(499)]
    public void An_invocation_that_was_given_up_is_logged(int status)
    {
        using var server = new ScriptedServer(Answer.Status(status), Answer.Status(status));
        using RuntimeApi api = Open(server);
        string line = $"The Runtime API answered {status} to an answer: it has given the invocation up.\n";

        api.Respond(The.RequestId, "{}"u8);
        api.Fail(The.RequestId, new InvocationError("Fault", "m"));

        Assert.Equal(line + line, _log.ToString());
    }

    [Fact]
    public void A_response_that_the_runtime_api_finds_too_large_says_so_by_an_exception()
    {
        using var server = new ScriptedServer(Answer.Status(413));
        using RuntimeApi api = Open(server);

        var refusal = Assert.Throws<ResponseTooLargeException>(() => api.Respond(The.RequestId, "{}"u8));

        Assert.Contains("has 2 bytes", refusal.Message);
        Assert.Equal("", _log.ToString());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public void A_failure_of_the_runtime_api_itself_ends_everything(int status)
    {
        using var server = new ScriptedServer([.. Enumerable.Repeat(Answer.Status(status), 4)]);
        using RuntimeApi api = Open(server);
        var error = new InvocationError("Fault", "m");

        Assert.Contains($"answered {status} to an answer", Refusal(() => api.Respond(The.RequestId, "{}"u8)));
        Assert.Contains($"answered {status} to an answer", Refusal(() => api.Fail(The.RequestId, error)));
        Assert.Contains($"answered {status} to an answer", Refusal(() => api.FailInit(error)));
        Assert.Contains($"answered {status} without an event", Refusal(() => api.Next(out _)));
    }

    [Fact]
    public void Outside_lambda_there_is_no_runtime_api() => Assert.Equal(
        "AWS_LAMBDA_RUNTIME_API is not set.",
        Refusal(() => new RuntimeApi(LambdaEnvironment.Read(_ => null), new StoppedClock(), Some.Logger(_log)).Dispose()));

    private static string Refusal(Action call) => Assert.Throws<RuntimeApiException>(call).Message;

    private RuntimeApi Open(ScriptedServer server) =>
        new(Some.Environment(server.Address), new StoppedClock(), Some.Logger(_log));
}
