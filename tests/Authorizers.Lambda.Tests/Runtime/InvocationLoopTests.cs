using System.Buffers;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>Events in, answers out, one after the other.</summary>
public sealed class InvocationLoopTests
{
    private const string Post = "POST /2018-06-01/runtime/invocation";

    [Fact]
    public void Each_event_gets_its_own_answer()
    {
        LoopRun run = LoopRun.Of(
            StubHandler.Echo,
            Answer.Event(The.RequestId, "{\"n\":1}"),
            Answer.Accepted,
            Answer.Event(The.OtherRequestId, "{\"n\":22}"),
            Answer.Accepted);

        Assert.Equal(
            [
                "GET /2018-06-01/runtime/invocation/next",
                $"{Post}/{The.RequestId}/response",
                "GET /2018-06-01/runtime/invocation/next",
                $"{Post}/{The.OtherRequestId}/response",
            ],
            run.Requests.Select(request => request.Call));
        Assert.Equal(
            [$"{Post}/{The.RequestId}/response {{\"n\":1}}", $"{Post}/{The.OtherRequestId}/response {{\"n\":22}}"], run.Posts);
        Assert.Equal("", run.Log);
    }

    [Fact]
    public void One_connection_serves_many_invocations()
    {
        string[] answers = [Answer.Event(), Answer.Accepted];

        LoopRun run = LoopRun.Of(StubHandler.Echo, [.. Enumerable.Repeat(answers, 20).SelectMany(pair => pair)]);

        Assert.Equal((1, 40), (run.Connections, run.Requests.Count));
    }

    [Theory]
    [InlineData(Answer.Accepted, false)]
    [InlineData(Answer.Accepted, true)]
    [InlineData(Answer.AcceptedLast, false)]
    public void A_connection_that_was_closed_between_invocations_is_opened_again(string last, bool resets)
    {
        LoopRun run = LoopRun.Of(
            StubHandler.Echo,
            new StoppedClock(),
            new ScriptedConnection(Answer.Event(json: "1"), last) { Resets = resets },
            new ScriptedConnection(Answer.Event(json: "2"), last));

        Assert.Equal([$"{Post}/{The.RequestId}/response 1", $"{Post}/{The.RequestId}/response 2"], run.Posts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_connection_that_was_closed_during_an_invocation_is_opened_again(bool resets)
    {
        LoopRun run = LoopRun.Of(
            StubHandler.Echo,
            new StoppedClock(),
            new ScriptedConnection(Answer.Event(json: "1")) { Resets = resets },
            new ScriptedConnection(Answer.Accepted));

        Assert.Equal([$"{Post}/{The.RequestId}/response 1"], run.Posts);
    }

    [Fact]
    public void A_handler_may_answer_later_and_from_another_thread()
    {
        int loop = Environment.CurrentManagedThreadId;
        int handling = loop;
        var handler = new StubHandler(async (json, _, response) =>
        {
            await Task.Factory.StartNew(
                () => handling = Environment.CurrentManagedThreadId,
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
            response.Write(Wire.Bytes(json));
        });

        LoopRun run = LoopRun.Of(handler, Answer.Event(json: "1"), Answer.Accepted, Answer.Event(json: "2"), Answer.Accepted);

        Assert.Equal([$"{Post}/{The.RequestId}/response 1", $"{Post}/{The.RequestId}/response 2"], run.Posts);
        Assert.NotEqual(loop, handling);
    }

    [Fact]
    public void An_answer_holds_nothing_of_the_one_before_it()
    {
        string large = new('x', 1_000_000);

        LoopRun run = LoopRun.Of(
            StubHandler.Writing(json => json == "1" ? large : json),
            Answer.Event(json: "1"), Answer.Accepted, Answer.Event(json: "2"), Answer.Accepted);

        Assert.Equal([large, "2"], run.Requests.Where(request => request.Body.Length > 0).Select(request => request.Body));
    }

    [Fact]
    public void The_context_is_over_with_its_invocation()
    {
        LambdaContext? seen = null;
        var handler = new StubHandler((_, context, _) =>
        {
            seen = context;
            Assert.False(context.Deadline.Token.IsCancellationRequested);
            return ValueTask.CompletedTask;
        });

        LoopRun.Of(handler, Answer.Event(), Answer.Accepted);

        Assert.Equal(The.RequestId, seen!.AwsRequestId);
        Assert.Throws<ObjectDisposedException>(() => seen.Deadline.Token);
    }

    [Fact]
    public void The_trace_of_an_invocation_stands_in_the_environment_while_it_lasts()
    {
        string? seen = null;
        var handler = new StubHandler((_, _, _) =>
        {
            seen = Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
            return ValueTask.CompletedTask;
        });

        LoopRun.Of(
            handler,
            Answer.EventWith(
                "Lambda-Runtime-Aws-Request-Id: a\r\nLambda-Runtime-Deadline-Ms: 0\r\nLambda-Runtime-Trace-Id: Root=1-5bef\r\n"),
            Answer.Accepted);

        Assert.Equal("Root=1-5bef", seen);
    }
}
