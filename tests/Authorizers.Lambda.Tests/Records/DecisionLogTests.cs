using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;
using Authorizers.Core;
using Authorizers.Core.Decisions;
using Authorizers.Lambda.Records;
using Authorizers.Lambda.Runtime;

namespace Authorizers.Lambda.Tests.Records;

/// <summary>The lines that auditors, metric filters and alarms read.</summary>
public sealed class DecisionLogTests : IDisposable
{
    private static readonly TimeSpan Duration = TimeSpan.FromMicroseconds(1_234.6);

    private readonly StoppedClock _clock = new();
    private readonly MemoryStream _output = new();

    private static ILambdaContext Context => new TestLambdaContext { AwsRequestId = The.RequestId, TraceId = "Root=1-5bef" };

    [Fact]
    public void An_allowed_call_is_this_line() => Assert.Equal(
        Line("""
            {"timestamp":"2026-11-20T06:00:00.123Z","level":"INFO","function":"token","outcome":"allowed",
            "code":null,"claim":null,"issuer":"https://issuer.example/","keyId":"key-1",
            "route":"GET /orders/{id}","api":"a1b2c3d4e5","stage":"prod",
            "requestId":"8476a536-e9f4-11e8-9739-2dfe598c3fcd","traceId":"Root=1-5bef","keysAtHand":true,"Decisions":1,"DurationMs":1.235,"_aws":{"Timestamp":1795154400123,
            "CloudWatchMetrics":[{"Namespace":"Authorizers","Dimensions":[["function","outcome"]],
            "Metrics":[{"Name":"Decisions","Unit":"Count"},{"Name":"DurationMs","Unit":"Milliseconds"}]}]}}
            """),
        Written(SomeDecision.Allowed()));

    [Fact]
    public void A_caller_without_a_credential_is_this_line() => Assert.Equal(
        Line("""
            {"timestamp":"2026-11-20T06:00:00.123Z","level":"INFO","function":"token","outcome":"unauthenticated",
            "code":"credential_missing","claim":null,"issuer":null,"keyId":null,
            "route":"GET /orders/{id}","api":"a1b2c3d4e5","stage":"prod",
            "requestId":"8476a536-e9f4-11e8-9739-2dfe598c3fcd","traceId":"Root=1-5bef","keysAtHand":true,"Decisions":1,"DurationMs":1.235,"_aws":{"Timestamp":1795154400123,
            "CloudWatchMetrics":[{"Namespace":"Authorizers","Dimensions":[["function","outcome"],["function","outcome","code"]],
            "Metrics":[{"Name":"Decisions","Unit":"Count"},{"Name":"DurationMs","Unit":"Milliseconds"}]}]}}
            """),
        Written(SomeDecision.Unauthenticated()));

    [Fact]
    public void A_fault_before_the_event_was_read_is_this_line() => Assert.Equal(
        Line("""
            {"timestamp":"2026-11-20T06:00:00.123Z","level":"ERROR","function":"token","outcome":"fault",
            "code":"event_invalid","claim":null,"issuer":null,"keyId":null,
            "route":null,"api":null,"stage":null,
            "requestId":"8476a536-e9f4-11e8-9739-2dfe598c3fcd","traceId":"Root=1-5bef","keysAtHand":true,"Decisions":1,"DurationMs":1.235,"_aws":{"Timestamp":1795154400123,
            "CloudWatchMetrics":[{"Namespace":"Authorizers","Dimensions":[["function","outcome"],["function","outcome","code"]],
            "Metrics":[{"Name":"Decisions","Unit":"Count"},{"Name":"DurationMs","Unit":"Milliseconds"}]}]}}
            """),
        Written(DecisionRecord.Of(new InvalidEventException("It is none."), null), Context));

    [Theory]
    [InlineData("allowed", "INFO")]
    [InlineData("denied", "INFO")]
    [InlineData("unauthenticated", "INFO")]
    [InlineData("outage", "WARN")]
    [InlineData("fault", "ERROR")]
    public void The_level_follows_from_the_outcome(string outcome, string level)
    {
        DecisionRecord record = outcome switch
        {
            "allowed" => DecisionRecord.Of(SomeDecision.Allowed(), The.Method),
            "denied" => DecisionRecord.Of(SomeDecision.Denied(), The.Method),
            "unauthenticated" => DecisionRecord.Of(SomeDecision.Unauthenticated(), The.Method),
            "outage" => DecisionRecord.Of(new OutageException("a", "b"), The.Method),
            _ => DecisionRecord.Of(new InvalidOperationException(), The.Method),
        };

        JsonElement line = JsonSerializer.Deserialize<JsonElement>(Written(record, Context));

        Assert.Equal((outcome, level), (line.GetProperty("outcome").GetString(), line.GetProperty("level").GetString()));
    }

    [Theory]
    [InlineData(LogLevel.Information, true, true)]
    [InlineData(LogLevel.Warning, false, true)]
    [InlineData(LogLevel.Critical, false, false)]
    public void Below_the_least_level_there_is_no_record(LogLevel least, bool denied, bool outage)
    {
        var log = new DecisionLog("token", _output, new LogSettings(true, least), _clock);

        log.Write(DecisionRecord.Of(SomeDecision.Denied(), The.Method), Context, Duration);
        Assert.Equal(denied, _output.Length > 0);

        _output.SetLength(0);
        log.Write(DecisionRecord.Of(new OutageException("a", "b"), The.Method), Context, Duration);
        Assert.Equal(outage, _output.Length > 0);
    }

    [Fact]
    public void Whatever_the_texts_a_record_is_one_line()
    {
        var context = new TestLambdaContext { AwsRequestId = "a\nb\r\nc\u2028d\u0085", TraceId = "\"},{\n" };

        string line = Written(DecisionRecord.Of(SomeDecision.Allowed(), The.Method), context);

        Assert.Equal('\n', line[^1]);
        Assert.DoesNotContain(line[..^1], letter => letter is < ' ' or > '~');
        Assert.Equal(context.AwsRequestId, JsonSerializer.Deserialize<JsonElement>(line).GetProperty("requestId").GetString());
    }

    [Fact]
    public void A_host_that_tells_no_ids_leaves_nulls() => Assert.Contains(
        "\"requestId\":null,\"traceId\":null,",
        Written(DecisionRecord.Of(SomeDecision.Denied(), The.Method), new TestLambdaContext()));

    [Fact]
    public void Threads_do_not_tear_each_others_lines()
    {
        const int Each = 200;
        using var output = new YieldingStream();
        var log = new DecisionLog("token", output, LogSettings.Default, _clock);
        DecisionRecord record = DecisionRecord.Of(SomeDecision.Allowed(), The.Method);

        Threads.Run(thread =>
        {
            var context = new TestLambdaContext { AwsRequestId = new string('x', thread * 50), TraceId = $"{thread}" };
            for (int i = 0; i < Each; i++)
            {
                log.Write(record, context, Duration);
            }
        });

        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            Enumerable.Range(0, Threads.Count).Select(thread => (thread * 50, $"{thread}", Each)),
            lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line))
                .CountBy(line => (line.GetProperty("requestId").GetString()!.Length, line.GetProperty("traceId").GetString()!))
                .Select(counted => (counted.Key.Length, counted.Key.Item2, counted.Value))
                .Order());
    }

    [Fact]
    public void Each_line_is_written_through()
    {
        using var buffered = new BufferedStream(_output, bufferSize: 100_000);

        new DecisionLog("token", buffered, LogSettings.Default, _clock).Write(DecisionRecord.Of(SomeDecision.Denied(), The.Method), Context, Duration);

        Assert.NotEqual(0, _output.Length);
    }

    public void Dispose() => _output.Dispose();

    private static string Line(string json) => json.ReplaceLineEndings("") + "\n";

    private string Written(Decision decision) => Written(DecisionRecord.Of(decision, The.Method), Context);

    private string Written(DecisionRecord record, ILambdaContext context)
    {
        new DecisionLog("token", _output, LogSettings.Default, _clock).Write(record, context, Duration);
        return Encoding.UTF8.GetString(_output.ToArray());
    }
}
