using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>A handler that fails costs its invocation; a Runtime API that fails costs the process.</summary>
public sealed class InvocationLoopFailureTests
{
    private const string Invocation = $"POST /2018-06-01/runtime/invocation/{The.RequestId}";

    public static TheoryData<string> Exceptions => [.. SampleExceptions.All.Keys];

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void A_handler_that_throws_fails_its_invocation_and_not_the_next(string happened)
    {
        (Exception thrown, string type, string message) = SampleExceptions.All[happened];

        LoopRun run = FailThenGoOn(StubHandler.Throwing(thrown));

        RecordedRequest error = run.Requests[1];
        Assert.Equal($"{Invocation}/error", error.Call);
        Assert.Contains($"\r\nLambda-Runtime-Function-Error-Type: Function.{type}\r\n", error.Head);
        Assert.Equal(Json(type, message), error.Body);
        Assert.Equal($"{Invocation}/response {{}}", run.Posts.Last());
        Assert.DoesNotContain(SampleExceptions.Secret, run.Log);
        Assert.All(run.Requests, request => Assert.DoesNotContain(SampleExceptions.Secret, request.Text));
    }

    [Fact]
    public void A_handler_may_also_fail_later()
    {
        var handler = new StubHandler(async (json, _, _) =>
        {
            await Task.Yield();
            throw json == "\"fail\"" ? SampleExceptions.Fault() : new Core.OutageException("table_unreachable", "It is gone.");
        });

        LoopRun run = FailThenGoOn(handler);

        Assert.StartsWith($"{Invocation}/error {{\"errorType\":\"Fault\",", run.Posts.First());
        Assert.Equal($"{Invocation}/error {Json("Outage", "table_unreachable: It is gone.")}", run.Posts.Last());
    }

    [Fact]
    public void API_Gateway_reads_just_Unauthorized()
    {
        RecordedRequest error = FailThenGoOn(StubHandler.Throwing(new Core.Responses.UnauthorizedException())).Requests[1];

        Assert.Equal("""{"errorType":"Unauthorized","errorMessage":"Unauthorized","stackTrace":[]}""", error.Body);
        Assert.Contains("\r\nLambda-Runtime-Function-Error-Type: Function.Unauthorized\r\n", error.Head);
    }

    [Fact]
    public void A_fault_is_logged_by_its_type_and_place()
    {
        string log = FailThenGoOn(StubHandler.Throwing(SampleExceptions.Fault())).Log;

        Assert.Contains("System.InvalidOperationException", log);
        Assert.Contains($"at {typeof(StubHandler).FullName}", log);
    }

    [Fact]
    public void What_the_record_tells_is_not_logged_again() => Assert.All(
        SampleExceptions.All.Values.Where(sample => sample.Type is not ("Fault" or "Outage")),
        sample => Assert.Equal("", FailThenGoOn(StubHandler.Throwing(sample.Thrown)).Log));

    /// <summary>The record has the code alone, and Lambda does not print what it is told of a failure.</summary>
    [Fact]
    public void An_outage_is_logged_by_its_sentence() => Assert.All(
        SampleExceptions.All.Values.Where(sample => sample.Type == "Outage"),
        sample => Assert.Equal($"{sample.Message}\n", FailThenGoOn(StubHandler.Throwing(sample.Thrown)).Log));

    [Fact]
    public void What_a_failed_handler_wrote_is_forgotten()
    {
        var handler = new StubHandler((json, _, response) =>
        {
            System.Buffers.BuffersExtensions.Write(response, Wire.Bytes(json));
            return json == "{}" ? ValueTask.CompletedTask : throw SampleExceptions.Fault();
        });

        Assert.Equal($"{Invocation}/response {{}}", FailThenGoOn(handler).Posts.Last());
    }

    [Fact]
    public void A_response_of_six_megabytes_is_posted_and_one_byte_more_is_not()
    {
        LoopRun run = LoopRun.Of(
            StubHandler.Writing(json => new string('x', InvocationLoop.MaxResponseLength + json.Length - 1)),
            Answer.Event(json: "1"), Answer.Accepted, Answer.Event(json: "22"), Answer.Accepted);

        Assert.Equal(InvocationLoop.MaxResponseLength, run.Requests[1].Body.Length);
        Assert.Equal(
            $"{Invocation}/error "
                + Json("ResponseTooLarge", "response_too_large: The response has 6291457 bytes, and Lambda takes 6291456."),
            run.Posts.Last());
    }

    [Fact]
    public void A_response_that_the_runtime_api_refuses_as_too_large_becomes_an_error()
    {
        const string Message = "response_too_large: The response has 2 bytes, and Lambda takes 6291456.";

        LoopRun run = LoopRun.Of(
            StubHandler.Echo, Answer.Event(), Answer.Status(413), Answer.Accepted, Answer.Event(), Answer.Accepted);

        Assert.Equal(
            [
                $"{Invocation}/response {{}}",
                $"{Invocation}/error {Json("ResponseTooLarge", Message)}",
                $"{Invocation}/response {{}}",
            ],
            run.Posts);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public void A_response_that_comes_too_late_is_logged(int status)
    {
        LoopRun run = LoopRun.Of(StubHandler.Echo, Answer.Event(), Answer.Status(status), Answer.Event(), Answer.Accepted);

        Assert.Equal([$"{Invocation}/response {{}}", $"{Invocation}/response {{}}"], run.Posts);
        Assert.Equal($"The Runtime API answered {status} to an answer: it has given the invocation up.\n", run.Log);
    }

    [Fact]
    public void The_deadline_stops_a_handler_that_waits()
    {
        var clock = new StoppedClock();
        var handler = new StubHandler(async (_, context, _) =>
        {
            var waiting = Task.Delay(Timeout.InfiniteTimeSpan, clock, context.Deadline.Token);
            clock.Advance(The.TimeLimit);
            await waiting;
        });

        LoopRun run = LoopRun.Of(handler, clock, new ScriptedConnection(Answer.Event(), Answer.Accepted));

        Assert.Equal(
            $"{Invocation}/error {Json("Fault", "fault: An unexpected TaskCanceledException; the function's log says where.")}",
            Assert.Single(run.Posts));
    }

    [Theory]
    [InlineData("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n", "answered 500 without an event")]
    [InlineData("nonsense\r\n\r\n", "not HTTP/1.1")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", "in the middle of a response")]
    public void A_runtime_api_without_an_event_ends_the_loop(string answer, string end)
    {
        LoopRun run = LoopRun.Of(StubHandler.Echo, Answer.Event(), Answer.Accepted, answer);

        Assert.Single(run.Posts);
        Assert.Contains(end, run.End);
    }

    [Fact]
    public void A_runtime_api_that_closes_instead_of_an_answer_ends_the_loop()
    {
        LoopRun run = LoopRun.Of(
            StubHandler.Echo,
            new StoppedClock(),
            new ScriptedConnection(Answer.Event(), Answer.Accepted, ""),
            new ScriptedConnection(""));

        Assert.Equal("The Runtime API closed the connection without an answer.", run.End);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_runtime_api_that_fails_at_an_answer_ends_the_loop(bool handlerFails)
    {
        string json = handlerFails ? "\"fail\"" : "{}";

        LoopRun run = LoopRun.Of(StubHandler.Throwing(SampleExceptions.Fault()), Answer.Event(json: json), Answer.Status(500));

        Assert.Contains("answered 500 to an answer", run.End);
    }

    [Fact]
    public void A_connection_that_ends_in_the_middle_of_an_acceptance_ends_the_loop() =>
        Assert.Contains("in the middle of a response", LoopRun.Of(StubHandler.Echo, Answer.Event(), Answer.Part).End);

    private static LoopRun FailThenGoOn(IInvocationHandler handler) =>
        LoopRun.Of(handler, Answer.Event(json: "\"fail\""), Answer.Accepted, Answer.Event(), Answer.Accepted);

    private static string Json(string type, string message)
    {
        string escaped = message.Replace("\n", "\\n", StringComparison.Ordinal);
        return $$"""{"errorType":"{{type}}","errorMessage":"{{escaped}}","stackTrace":[]}""";
    }
}
