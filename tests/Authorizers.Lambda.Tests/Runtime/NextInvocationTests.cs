using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Runtime;

/// <summary>What is read of the headers that come with an event.</summary>
public sealed class NextInvocationTests
{
    private const string RequestId = $"Lambda-Runtime-Aws-Request-Id: {The.RequestId}\r\n";

    private readonly StoppedClock _clock = new();

    private static string Deadline => $"Lambda-Runtime-Deadline-Ms: {The.DeadlineMs}\r\n";

    [Fact]
    public void The_context_says_what_the_headers_and_the_environment_say()
    {
        using LambdaContext context = Next(Answer.EventWith(
            $"Content-Type: application/json\r\n{RequestId}{Deadline}"
            + $"Lambda-Runtime-Invoked-Function-Arn: {The.FunctionArn}\r\n"
            + "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1\r\n"
            + "Lambda-Runtime-Aws-Tenant-Id: blue\r\n"));

        Assert.Equal(The.RequestId, context.AwsRequestId);
        Assert.Equal(The.FunctionArn, context.InvokedFunctionArn);
        Assert.Equal("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1", context.TraceId);
        Assert.Equal("blue", context.TenantId);
        Assert.Equal(The.TimeLimit, context.RemainingTime);
        Assert.Equal(("orders-authorizer", "7", 256), (context.FunctionName, context.FunctionVersion, context.MemoryLimitInMB));
        Assert.Equal(("/aws/lambda/orders-authorizer", "2026/11/20/[7]0123"), (context.LogGroupName, context.LogStreamName));
    }

    [Fact]
    public void Header_names_have_no_case()
    {
        using LambdaContext context = Next(Answer.EventWith(
            (RequestId + Deadline).ToLowerInvariant() + $"lambda-runtime-invoked-function-arn: {The.FunctionArn}\r\n"));

        Assert.Equal((The.RequestId, The.FunctionArn), (context.AwsRequestId, context.InvokedFunctionArn));
    }

    [Fact]
    public void Headers_that_an_event_may_lack_are_empty_texts()
    {
        using LambdaContext context = Next(Answer.Event());

        Assert.Equal(("", "", ""), (context.InvokedFunctionArn, context.TraceId, context.TenantId));
    }

    [Fact]
    public void What_belongs_to_mobile_applications_is_null()
    {
        using LambdaContext context = Next(Answer.EventWith(
            $"{RequestId}{Deadline}Lambda-Runtime-Client-Context: e30=\r\nLambda-Runtime-Cognito-Identity: {{}}\r\n"));

        Assert.Null(context.ClientContext);
        Assert.Null(context.Identity);
    }

    [Fact]
    public void Each_event_has_its_own_function_arn()
    {
        string[] arns = [The.FunctionArn, The.FunctionArn, $"{The.FunctionArn}2", The.FunctionArn];
        using var server = new ScriptedServer(
            [.. arns.Select(arn => Answer.EventWith($"{RequestId}{Deadline}Lambda-Runtime-Invoked-Function-Arn: {arn}\r\n"))]);
        using RuntimeApi api = Open(server);

        Assert.Equal(arns, arns.Select(_ => api.Next(out ReadOnlyMemory<byte> _).InvokedFunctionArn));
    }

    [Fact]
    public void The_time_left_goes_down_to_zero_and_not_below()
    {
        using LambdaContext context = Next(Answer.Event());

        _clock.Advance(The.TimeLimit - TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.FromMilliseconds(1), context.RemainingTime);

        _clock.Advance(TimeSpan.FromMilliseconds(2));
        Assert.Equal(TimeSpan.Zero, context.RemainingTime);
    }

    [Fact]
    public void The_deadline_cancels_and_nothing_before_it()
    {
        using LambdaContext context = Next(Answer.Event());
        CancellationToken token = context.Deadline.Token;

        _clock.Advance(The.TimeLimit - TimeSpan.FromMilliseconds(1));
        Assert.False(token.IsCancellationRequested);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void A_deadline_that_has_passed_cancels_at_once()
    {
        using LambdaContext context = Next(Answer.EventWith($"{RequestId}Lambda-Runtime-Deadline-Ms: 0\r\n"));

        Assert.True(context.Deadline.Token.IsCancellationRequested);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Lambda-Runtime-Aws-Request-Id:\r\n")]
    [InlineData("Lambda-Runtime-Aws-Request-Id: ../../init/error\r\n")]
    [InlineData("Lambda-Runtime-Aws-Request-Id: a b\r\n")]
    [InlineData("Lambda-Runtime-Aws-Request-Id: a/b\r\n")]
    [InlineData("Lambda-Runtime-Aws-Request-Id: a?b\r\n")]
    [InlineData("Lambda-Runtime-Aws-Request-Id: a%2Fb\r\n")]
    [InlineData("Lambda-Runtime-Aws-Request-Id: a\nb\r\n")]
    [InlineData("Lambda-Runtime-Aws-Request-Id: \u00e9\r\n")]
    public void An_event_without_a_request_id_of_letters_digits_and_hyphens_ends_everything(string requestId) =>
        Assert.Contains("without an event", Refusal(Answer.EventWith(requestId + Deadline)));

    [Theory]
    [InlineData("")]
    [InlineData("Lambda-Runtime-Deadline-Ms:\r\n")]
    [InlineData("Lambda-Runtime-Deadline-Ms: soon\r\n")]
    [InlineData("Lambda-Runtime-Deadline-Ms: 1795154403123 or so\r\n")]
    [InlineData("Lambda-Runtime-Deadline-Ms: 1795154403.123\r\n")]
    [InlineData("Lambda-Runtime-Deadline-Ms: -1\r\n")]
    [InlineData("Lambda-Runtime-Deadline-Ms: 253402300800000\r\n")]
    [InlineData("Lambda-Runtime-Deadline-Ms: 99999999999999999999\r\n")]
    public void An_event_without_a_deadline_in_milliseconds_ends_everything(string deadline) =>
        Assert.Equal("The Runtime API sent an event without a deadline.", Refusal(Answer.EventWith(RequestId + deadline)));

    [Theory]
    [InlineData(202)]
    [InlineData(204)]
    [InlineData(403)]
    [InlineData(500)]
    public void Anything_but_200_ends_everything(int status) => Assert.Contains(
        $"answered {status} without an event",
        Refusal($"HTTP/1.1 {status} X\r\n{RequestId}{Deadline}Content-Length: 0\r\n\r\n"));

    private string Refusal(string answer) => Assert.Throws<RuntimeApiException>(() => Next(answer)).Message;

    private LambdaContext Next(string answer)
    {
        using var server = new ScriptedServer(answer);
        using RuntimeApi api = Open(server);
        return api.Next(out _);
    }

    private RuntimeApi Open(ScriptedServer server) =>
        new(Some.Environment(server.Address), _clock, new LineLogger(Stream.Null, LogSettings.Default, TimeProvider.System));
}
